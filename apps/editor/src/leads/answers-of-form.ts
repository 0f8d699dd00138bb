import { isJsonObject, type Json } from '@sodate/journey/json';
import type { TimelineEvent } from './lead-types.ts';

export interface FormAnswer {
  readonly field: string;
  /** What the page calls the field; undefined where that did not come with the form. */
  readonly label: string | undefined;
  readonly words: string;
}

/** Who somebody is stands elsewhere too. The store keeps no order of fields, and what they want is to be read first. */
const saysWho = /^(e-?mail|mail|(last|first|full).?name|name|phone|tel|company|department|title|kana|employees)$/i;

/** What was written into a form, what is wanted first; empty for whoever sees no personal data. */
export function answersOfForm({ properties: { fields, labels } }: Pick<TimelineEvent, 'properties'>): FormAnswer[] {
  if (!isJsonObject(fields)) return [];
  const answers = Object.entries(fields).flatMap(([field, value]) => {
    const words = wordsOf(value);
    const label = isJsonObject(labels) ? labels[field] : undefined;
    return words === '' ? [] : [{ field, label: typeof label === 'string' ? label : undefined, words }];
  });
  const [who, wants] = [
    answers.filter(({ field }) => saysWho.test(field)),
    answers.filter(({ field }) => !saysWho.test(field)),
  ];
  return [...wants, ...who];
}

function wordsOf(value: Json): string {
  if (value === null || isJsonObject(value)) return '';
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ');
  return String(value);
}
