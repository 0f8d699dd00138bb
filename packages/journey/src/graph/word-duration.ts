import { isJsonObject, type Json } from '../json.ts';
import type { Text } from '../text.ts';
import type { DurationUnit } from '../time/wait-spec.ts';

interface UnitWords {
  readonly ja: string;
  /** In Japanese, a length of time to look through: 「7日間に2回」. */
  readonly span: string;
  readonly one: string;
  readonly many: string;
}

const units: Readonly<Record<DurationUnit, UnitWords>> = {
  minutes: { ja: '分', span: '分間', one: 'minute', many: 'minutes' },
  hours: { ja: '時間', span: '時間', one: 'hour', many: 'hours' },
  days: { ja: '日', span: '日間', one: 'day', many: 'days' },
  weeks: { ja: '週間', span: '週間', one: 'week', many: 'weeks' },
  months: { ja: 'か月', span: 'か月間', one: 'month', many: 'months' },
  'business-hours': { ja: '営業時間', span: '営業時間', one: 'business hour', many: 'business hours' },
  'business-days': { ja: '営業日', span: '営業日間', one: 'business day', many: 'business days' },
};

/** A duration in words: 「3日」, "3 days". Takes whatever a draft holds; undefined where it is no duration. */
export function wordDuration(value: Json | undefined): Text | undefined {
  const read = readDuration(value);
  return read === undefined ? undefined : { ja: `${read.amount}${read.words.ja}`, en: inEnglish(read) };
}

/** A window in words, to look through: 「7日間」, "7 days". */
export function wordWindow(value: Json | undefined): Text | undefined {
  const read = readDuration(value);
  return read === undefined ? undefined : { ja: `${read.amount}${read.words.span}`, en: inEnglish(read) };
}

interface ReadDuration {
  readonly amount: number;
  readonly words: UnitWords;
}

function readDuration(value: Json | undefined): ReadDuration | undefined {
  if (!isJsonObject(value)) return undefined;
  const { amount, unit } = value;
  if (typeof amount !== 'number' || typeof unit !== 'string' || !Object.hasOwn(units, unit)) return undefined;
  return { amount, words: units[unit as DurationUnit] };
}

function inEnglish({ amount, words }: ReadDuration): string {
  return `${amount} ${amount === 1 ? words.one : words.many}`;
}
