import type { Json, JsonObject } from '@sodate/journey/json';
import { cutText } from '../as-storable.ts';
import type { GivenConsent } from '../consent/give-consent.ts';
import type { Message } from './message.ts';

/** A form that was sent: the name it is marked with, what was filled in, and what was agreed to. */
export interface SentForm {
  readonly form: string;
  readonly fields: JsonObject;
  readonly consents: readonly GivenConsent[];
}

const mostFields = 100;
const longestValue = 2_000;

/** A tracked event named "Form Submitted" with `properties.form` is a form; any other is not. */
export function readForm({ message }: { message: Message }): SentForm | undefined {
  const { form, fields, consents } = message.properties;
  if (message.type !== 'track' || !/^form[ _-]?submitted$/i.test(message.name ?? '')) return undefined;
  if (typeof form !== 'string' || form.trim() === '') return undefined;
  return {
    form: cutText(form.trim(), 200),
    fields: readFields(fields),
    consents: Array.isArray(consents) ? consents.flatMap((one) => readConsent({ one, message })) : [],
  };
}

function readFields(fields: Json | undefined): JsonObject {
  if (!isObject(fields)) return {};
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== '' && !isObject(value));
  return Object.fromEntries(kept.slice(0, mostFields).map(([name, value]) => [cutText(name, 200), shorten(value)]));
}

function shorten(value: Json): Json {
  return typeof value === 'string' ? cutText(value, longestValue) : value;
}

function readConsent({ one, message }: { one: Json; message: Message }): readonly GivenConsent[] {
  if (!isObject(one) || typeof one.topic !== 'string' || one.topic.trim() === '') return [];
  const wording = typeof one.wording === 'string' ? one.wording : '';
  return [
    {
      topic: cutText(one.topic.trim(), 100),
      wording: cutText(wording.replaceAll(/\s+/g, ' ').trim(), longestValue),
      source: message.url ?? '',
    },
  ];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
