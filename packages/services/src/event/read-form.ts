import type { Json, JsonObject } from '@sodate/journey/json';
import { cutText } from '../as-storable.ts';
import type { GivenConsent } from '../consent/give-consent.ts';
import type { Message } from './message.ts';

/** A form that was sent: the name it is marked with, what was filled in, and what was agreed to. */
export interface SentForm {
  readonly form: string;
  readonly fields: JsonObject;
  /** What those fields are called on the page, by their name, where that came too. */
  readonly labels: Readonly<Record<string, string>>;
  readonly consents: readonly GivenConsent[];
}

const mostFields = 100;
const longestValue = 2_000;
/** Whoever sends by their own script may send what our tracker never would. */
const secret = /passw|passcode|パスワード|暗証|card.?num|cvv|cvc|(^|[^a-z])(pin|pwd)([^a-z]|$)|カード番号/i;
/** What stands in a label beside its words. */
const necessity = /[\s(（[［【]*(必須|任意|required|optional|[*＊※])[)）\]］】\s]*$/i;

/** Whether an event means to be a form by its name. */
export function isFormName({ message: { type, name } }: { message: Message }): boolean {
  return type === 'track' && /^form[ _-]?submitted$/i.test(name ?? '');
}

/** A tracked event named "Form Submitted" with `properties.form` is a form; any other is not. */
export function readForm({ message }: { message: Message }): SentForm | undefined {
  const { form, fields: given, labels, consents } = message.properties;
  if (!isFormName({ message })) return undefined;
  if (typeof form !== 'string' || form.trim() === '') return undefined;
  const fields = readFields(given);
  return {
    form: cutText(form.trim(), 200),
    fields,
    labels: readLabels({ labels, fields }),
    consents: Array.isArray(consents) ? consents.flatMap((one) => readConsent({ one, message })) : [],
  };
}

function readFields(fields: Json | undefined): JsonObject {
  if (!isObject(fields)) return {};
  const kept = Object.entries(fields).filter(
    ([name, value]) => value !== null && value !== '' && !isObject(value) && !secret.test(name),
  );
  return Object.fromEntries(kept.slice(0, mostFields).map(([name, value]) => [cutText(name, 200), shorten(value)]));
}

function readLabels({ labels, fields }: { labels: Json | undefined; fields: JsonObject }): SentForm['labels'] {
  if (!isObject(labels)) return {};
  return Object.fromEntries(
    Object.entries(labels).flatMap(([name, value]) => {
      if (typeof value !== 'string' || !(name in fields)) return [];
      const words = cutText(value.replaceAll(/\s+/g, ' ').trim().replace(necessity, ''), 200);
      return words === '' ? [] : [[name, words]];
    }),
  );
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
