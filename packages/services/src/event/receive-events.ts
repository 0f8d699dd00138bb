import { messageId } from '@sodate/database/schema/event';
import type { writeKey } from '@sodate/database/schema/organisation';
import type { Text } from '@sodate/journey/text';
import { inArray } from 'drizzle-orm';
import { isbot } from 'isbot';
import { giveConsent } from '../consent/give-consent.ts';
import type { Context } from '../context.ts';
import { aliasPerson } from '../identity/alias-person.ts';
import { lockVisitor, touchVisitor } from '../identity/lock-visitor.ts';
import { readTraits } from '../identity/read-traits.ts';
import { type Person, settlePerson } from '../identity/settle-person.ts';
import { inTransaction } from '../transaction.ts';
import { describeMessage } from './describe-message.ts';
import { findIgnoredKeys, type Ignored, type TakenEvent } from './find-ignored-keys.ts';
import { internThings } from './intern-things.ts';
import type { Message, MessageType, Rejected } from './message.ts';
import type { EventFacts } from './new-event.ts';
import { readFirstTouch } from './read-first-touch.ts';
import { readForm } from './read-form.ts';
import { readMessage } from './read-message.ts';
import { rememberMessages } from './remember-messages.ts';
import { storeEvents } from './store-events.ts';
import { storeVisitorEvents } from './store-visitor-events.ts';

export interface ReceivedEvents {
  /** Taken, or known already. */
  readonly accepted: number;
  /** What those called themselves whose messages were left out as robots'. */
  readonly robots: readonly string[];
  readonly rejected: readonly Rejected[];
  /** Said to systems only: whoever writes one is to find a slip. */
  readonly ignored: readonly Ignored[];
}

/**
 * Takes events in the Segment shape: malformed ones are answered with the reason, the others stored, each person's in
 * one transaction. A repeat of the whole request does no harm. Robots are passed over: their sender is told nothing, the answer names them.
 * @param type what the address said; left out: each event says it
 * @param request the batch's `sentAt`, and the browser's name as the request's header gives it
 */
export async function receiveEvents({
  context,
  events,
  type,
  writeKey: key,
  request,
}: {
  context: Context;
  events: readonly unknown[];
  type?: MessageType;
  writeKey: Pick<typeof writeKey.$inferSelect, 'kind'>;
  request: { readonly sentAt?: unknown; readonly userAgent?: string };
}): Promise<ReceivedEvents> {
  const now = context.clock.now();
  const trusted = key.kind === 'server';
  const rejected: Rejected[] = [];
  const taken: TakenEvent[] = [];
  for (const [index, body] of events.entries()) {
    const read = readMessage({ body, now, sentAt: request.sentAt, ...(type === undefined ? {} : { type }) });
    const reason = read.kind === 'rejected' ? read.reason : trusted && findAddressFault(read.message);
    const { messageId: id } = read.kind === 'rejected' ? read : read.message;
    if (reason) rejected.push({ index, reason, ...(id ? { messageId: id } : {}) });
    else if (read.kind === 'message') taken.push({ index, body, message: read.message });
  }
  const messages = taken.map(({ message }) => message);
  const names = messages.map((message) => robotName({ message, trusted, userAgent: request.userAgent }));
  const human = messages.filter((_, index) => names[index] === undefined);
  // Beforehand, and committed: who waits for a lead must not hold a page that the holder of that lead waits for.
  await internThings({ context, things: human.flatMap((message) => describeMessage({ message })?.thing ?? []) });
  for (const own of splitByPerson(human)) {
    await inTransaction({ context }, (inner) => receivePerson({ context: inner, messages: own, trusted }));
  }
  const ignored = trusted ? await findIgnoredKeys({ context, events: taken }) : [];
  return { accepted: messages.length, robots: names.filter((name) => name !== undefined), rejected, ignored };
}

/**
 * A system is told of an address that is none, as of any malformed field: its lead would have no name. What a visitor
 * typed into a form is data.
 */
function findAddressFault({ type, traits }: Message): Text | undefined {
  if (type === 'group' || readTraits({ traits }).emailUnread === undefined) return undefined;
  return {
    ja: 'traits.emailがメールアドレスの形ではありません。name@example.jp の形で送るか、項目ごと省いてください。',
    en: 'traits.email is not an email address. Send it in the form name@example.com, or leave it out.',
  };
}

/** Runs of one person's messages. Order holds over all of them: an alias may speak of the browser before it. */
function splitByPerson(messages: readonly Message[]): readonly (readonly Message[])[] {
  const runs: Message[][] = [];
  for (const message of messages) {
    const current = runs.at(-1);
    if (current?.[0] !== undefined && personKey(current[0]) === personKey(message)) current.push(message);
    else runs.push([message]);
  }
  return runs;
}

function personKey({ anonymousId, userId }: Message): string {
  return anonymousId === undefined ? `user ${userId}` : `browser ${anonymousId}`;
}

/** What a robot calls itself; undefined where a person may be behind it. */
function robotName({
  message,
  trusted,
  userAgent,
}: {
  message: Message;
  trusted: boolean;
  userAgent: string | undefined;
}): string | undefined {
  // A server speaks for others: its own name in the header says nothing about them.
  const name = message.userAgent ?? (trusted ? undefined : userAgent);
  return isbot(name) ? name : undefined;
}

async function receivePerson({
  context,
  messages,
  trusted,
}: {
  context: Context;
  messages: readonly Message[];
  trusted: boolean;
}): Promise<void> {
  let person = await startPerson({ context, messages });
  const pending: EventFacts[] = [];
  for (const message of await dropKnown({ context, messages })) {
    if (tellsWho({ message, trusted })) {
      await store({ context, person, events: pending.splice(0) });
      person = await settle({ context, message, person, trusted });
    }
    const facts = describeMessage({ message });
    if (facts !== undefined) pending.push(facts);
  }
  await store({ context, person, events: pending });
}

async function startPerson({ context, messages }: { context: Context; messages: readonly Message[] }): Promise<Person> {
  const [first] = messages;
  if (first?.anonymousId === undefined) return {};
  const firstTouch = readFirstTouch({ message: first });
  const visitor = await lockVisitor({ context, anonymousId: first.anonymousId, firstTouch });
  await touchVisitor({ context, row: visitor });
  return visitor.leadId === null ? { visitor } : { visitor, lead: visitor.leadId };
}

/** Repeats must not fill in attributes or consents a second time either, so they go before anything is done. */
async function dropKnown({
  context,
  messages,
}: {
  context: Context;
  messages: readonly Message[];
}): Promise<readonly Message[]> {
  const ids = messages.flatMap((one) => one.messageId ?? []);
  if (ids.length === 0) return messages;
  const rows = await context.database.select({ id: messageId.id }).from(messageId).where(inArray(messageId.id, ids));
  const known = new Set(rows.map(({ id }) => id));
  return messages.filter((one) => {
    const repeated = one.messageId !== undefined && known.has(one.messageId);
    if (one.messageId !== undefined) known.add(one.messageId);
    return !repeated;
  });
}

/** Whether a message may say something new about who acts; a bare act of a known browser does not. */
function tellsWho({ message, trusted }: { message: Message; trusted: boolean }): boolean {
  if (message.type !== 'page' && message.type !== 'track' && message.type !== 'screen') return true;
  return (
    message.userId !== undefined ||
    message.clickToken !== undefined ||
    (trusted && message.traits.email !== undefined) ||
    readForm({ message }) !== undefined
  );
}

async function settle(request: {
  context: Context;
  message: Message;
  person: Person;
  trusted: boolean;
}): Promise<Person> {
  const { context, message, trusted } = request;
  if (describeMessage({ message }) === undefined && message.messageId !== undefined) {
    await rememberMessages({ context, ids: [message.messageId] });
  }
  const { previousId, userId } = message;
  if (message.type === 'alias' && previousId !== undefined && userId !== undefined) {
    await aliasPerson({ context, previousId, userId, trusted });
  }
  const person = await settlePerson(request);
  const lead = person.lead;
  if (lead !== undefined) {
    for (const given of readForm({ message })?.consents ?? []) await giveConsent({ context, lead, given });
  }
  return person;
}

async function store({
  context,
  person: { visitor, lead },
  events,
}: {
  context: Context;
  person: Person;
  events: readonly EventFacts[];
}): Promise<void> {
  if (events.length === 0) return;
  if (lead !== undefined) {
    const from = visitor === undefined ? {} : { visitor: visitor.id };
    await storeEvents({ context, events: events.map((facts) => ({ ...facts, ...from, lead })) });
  } else if (visitor !== undefined) await storeVisitorEvents({ context, visitor: visitor.id, events });
}
