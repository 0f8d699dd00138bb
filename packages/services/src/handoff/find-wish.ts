import { isJsonObject, type JsonObject } from '@sodate/journey/json';
import type { TimelineEvent } from '../lead/read-timeline.ts';

/** What a lead wants, in its own words. */
export interface Wish {
  readonly words: string;
  /** The title of the form it was written into; null where none is known. */
  readonly form: string | null;
  /** When, ISO 8601. */
  readonly at: string;
}

const mostLetters = 400;
/** What a form asks to know who one is; the rest of it is what one wants. */
const identity =
  /^(e-?mail|mail|name|last.?name|first.?name|full.?name|phone|tel|company|department|title|kana|address|zip|employees|.*consent.*)$/i;

/** What was written into the last form beside name and address; undefined where that was nothing. */
export function findWish(recent: readonly TimelineEvent[]): Wish | undefined {
  const form = recent.find(({ name, retracted }) => name === 'form-submitted' && !retracted);
  if (form === undefined) return undefined;
  const words = Object.entries(fieldsOf(form)).flatMap(([field, value]) =>
    typeof value === 'string' && value.trim() !== '' && !identity.test(field) ? [shorten(value.trim())] : [],
  )[0];
  return words === undefined ? undefined : { words, form: form.thing?.title ?? null, at: form.at };
}

/** What was written into a form stands under `fields`, beside the page's address. */
function fieldsOf({ properties: { fields } }: TimelineEvent): JsonObject {
  return isJsonObject(fields) ? fields : {};
}

function shorten(words: string): string {
  const letters = [...words];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join('')}…` : words;
}
