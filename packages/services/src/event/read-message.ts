import type { JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';
import { z } from 'zod';
import { asStorable } from '../as-storable.ts';
import { measureJson } from './measure-json.ts';
import { type Message, type MessageType, messageTypes } from './message.ts';
import { readMessageTime } from './read-message-time.ts';
import { wordSlip } from './word-nearest.ts';

/** Segment's own limit for one event. */
export const mostEventBytes = 32 * 1024;
const mostDepth = 12;
const mostValues = 2_000;

const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1).max(255));
// An empty id means "none" to most clients.
const optionalId = z.preprocess((value) => (value === '' ? null : value), id.nullish()).optional();
const text = z.string().max(2_048).nullish().catch(null).optional();
const object = z.record(z.string(), z.unknown()).nullish();

const shape = z.object({
  type: z.enum(messageTypes),
  messageId: z.string().min(1).max(255).nullish(),
  timestamp: z.unknown().optional(),
  originalTimestamp: z.unknown().optional(),
  sentAt: z.unknown().optional(),
  anonymousId: optionalId,
  userId: optionalId,
  previousId: optionalId,
  groupId: optionalId,
  event: z.string().trim().min(1).max(200).nullish(),
  name: z.string().trim().max(200).nullish(),
  properties: object,
  traits: object,
  context: object,
});

const contextShape = z.object({
  page: z.object({ url: text, referrer: text, title: text }).nullish().catch(null).optional(),
  campaign: z.object({ source: text, medium: text, name: text, term: text, content: text }).nullish().catch(null),
  userAgent: text,
  click: text,
  traits: object.catch(null).optional(),
});

type Shape = z.output<typeof shape>;

export type ReadMessage =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'rejected'; readonly messageId?: string; readonly reason: Text };

/**
 * Reads one event of the Segment spec.
 * @param type what the address said (`/v1/track`); left out: the body says it
 * @param sentAt the batch's `sentAt`, for events that bear none
 */
export function readMessage({
  body,
  type,
  sentAt,
  now,
}: {
  body: unknown;
  type?: MessageType;
  sentAt?: unknown;
  now: Instant;
}): ReadMessage {
  const limit = overLimit(body);
  if (limit !== undefined) return reject({ body, reason: limit });
  const clean = asStorable(body);
  const typed = type === undefined || !isObject(clean) ? clean : { ...clean, type };
  const parsed = shape.safeParse(typed);
  if (!parsed.success) return reject({ body, reason: describeIssue(parsed.error) });
  const missing = missingPart({ parts: parsed.data, keys: Object.keys(body ?? {}) });
  if (missing !== undefined) return reject({ body, reason: missing });
  const occurredAt = readMessageTime({ ...parsed.data, sentAt: parsed.data.sentAt ?? sentAt, now });
  if (occurredAt === undefined) return reject({ body, reason: badTime });
  return { kind: 'message', message: toMessage({ parts: parsed.data, occurredAt }) };
}

const badTime: Text = {
  ja: 'timestampが日時として読めません。ISO 8601の形（2026-11-19T05:32:00Z）で送ってください。',
  en: 'timestamp is not a time. Send ISO 8601, such as 2026-11-19T05:32:00Z.',
};

function overLimit(body: unknown): Text | undefined {
  const { depth, values } = measureJson(body);
  if (depth > mostDepth)
    return {
      ja: `入れ子が深すぎます（${mostDepth}段まで）。平らにして送ってください。`,
      en: `Nested too deeply (at most ${mostDepth} levels). Send it flatter.`,
    };
  if (values > mostValues)
    return {
      ja: `値が多すぎます（${mostValues.toLocaleString('en')}個まで）。`,
      en: `Too many values (at most ${mostValues.toLocaleString('en')}).`,
    };
  if (Buffer.byteLength(JSON.stringify(body) ?? '') > mostEventBytes)
    return {
      ja: 'イベントが大きすぎます（32 KBまで）。propertiesを減らしてください。',
      en: 'The event is too large (at most 32 KB). Send fewer properties.',
    };
  return undefined;
}

const objectShape = ['オブジェクト（{ … }）', 'an object: { … }'] as const;
const idShape = ['1〜255文字の文字列か数', 'a text of 1 to 255 characters, or a number'] as const;

const shapes: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  properties: objectShape,
  traits: objectShape,
  context: objectShape,
  anonymousId: idShape,
  userId: idShape,
  previousId: idShape,
  groupId: idShape,
  messageId: ['1〜255文字の文字列', 'a text of 1 to 255 characters'],
  event: ['1〜200文字の文字列', 'a text of 1 to 200 characters'],
  name: ['200文字までの文字列', 'a text of at most 200 characters'],
};

function describeIssue(error: z.ZodError): Text {
  const issue = error.issues[0];
  const path = issue?.path.join('.') || 'body';
  if (path === 'type')
    return {
      ja: `typeには ${messageTypes.join('・')} のどれかを入れてください。`,
      en: `type must be one of ${messageTypes.join(', ')}.`,
    };
  const [ja, en] = shapes[path] ?? ['正しい形', 'in its form'];
  if (path === 'body')
    return {
      ja: 'イベント（body）はJSONのオブジェクトで送ってください。',
      en: 'The event (body) must be a JSON object.',
    };
  return { ja: `${path}は${ja}で送ってください。`, en: `${path} must be ${en}.` };
}

interface Missing extends Text {
  readonly wanted: readonly string[];
}

function missingPart({ parts, keys }: { parts: Shape; keys: readonly string[] }): Text | undefined {
  const missing = findMissing(parts);
  if (missing === undefined) return undefined;
  const near = wordSlip({ keys, wanted: missing.wanted });
  return { ja: `${missing.ja}${near.ja}`, en: `${missing.en}${near.en}` };
}

function findMissing({ type, anonymousId, userId, previousId, groupId, event }: Shape): Missing | undefined {
  if (!anonymousId && !userId)
    return {
      ja: 'userIdかanonymousIdのどちらかが必要です。',
      en: 'Either userId or anonymousId is required.',
      wanted: ['userId', 'anonymousId'],
    };
  if (type === 'track' && !event)
    return { ja: 'trackにはeventが必要です。', en: 'track needs event.', wanted: ['event'] };
  if (type === 'alias' && !(previousId && userId)) {
    const wanted = ['previousId', 'userId'];
    return { ja: 'aliasにはpreviousIdとuserIdが必要です。', en: 'alias needs previousId and userId.', wanted };
  }
  if (type === 'group' && !groupId)
    return { ja: 'groupにはgroupIdが必要です。', en: 'group needs groupId.', wanted: ['groupId'] };
  return undefined;
}

function toMessage({ parts, occurredAt }: { parts: Shape; occurredAt: Instant }): Message {
  const properties = asJsonObject(parts.properties);
  const context = contextShape.safeParse(parts.context ?? {}).data;
  const page = context?.page;
  return {
    type: parts.type,
    occurredAt,
    properties,
    traits: { ...asJsonObject(context?.traits), ...asJsonObject(parts.traits) },
    ...present({
      messageId: parts.messageId,
      anonymousId: parts.anonymousId,
      userId: parts.userId,
      previousId: parts.previousId,
      groupId: parts.groupId,
      name: parts.event ?? parts.name,
      url: textOf(properties.url) ?? page?.url,
      referrer: textOf(properties.referrer) ?? page?.referrer,
      title: textOf(properties.title) ?? page?.title,
      userAgent: context?.userAgent,
      clickToken: context?.click,
    }),
    ...(context?.campaign ? { campaign: present(context.campaign) } : {}),
  };
}

/** What came as JSON and was cleaned holds nothing but JSON. */
function asJsonObject(value: object | null | undefined): JsonObject {
  return (value ?? {}) as JsonObject;
}

type Present<Parts> = { [Name in keyof Parts]?: NonNullable<Parts[Name]> };

function present<Parts extends Readonly<Record<string, string | null | undefined>>>(parts: Parts): Present<Parts> {
  const kept = Object.entries(parts).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(kept) as Present<Parts>;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 2_048 ? value : undefined;
}

function reject({ body, reason }: { body: unknown; reason: Text }): ReadMessage {
  const messageId = isObject(body) ? body.messageId : undefined;
  return { kind: 'rejected', reason, ...(typeof messageId === 'string' ? { messageId: messageId.slice(0, 255) } : {}) };
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
