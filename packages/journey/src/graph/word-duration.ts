import type { Json } from '../json.ts';
import type { Text } from '../text.ts';
import type { DurationUnit } from '../time/wait-spec.ts';

const units: Readonly<Record<DurationUnit, { readonly ja: string; readonly one: string; readonly many: string }>> = {
  minutes: { ja: '分', one: 'minute', many: 'minutes' },
  hours: { ja: '時間', one: 'hour', many: 'hours' },
  days: { ja: '日', one: 'day', many: 'days' },
  weeks: { ja: '週間', one: 'week', many: 'weeks' },
  months: { ja: 'か月', one: 'month', many: 'months' },
  'business-hours': { ja: '営業時間', one: 'business hour', many: 'business hours' },
  'business-days': { ja: '営業日', one: 'business day', many: 'business days' },
};

/** A duration (or a window) in words: 「3日」, "3 days". Takes whatever a draft holds; undefined where it is no duration. */
export function wordDuration(value: Json | undefined): Text | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { amount, unit } = value as Readonly<Record<string, Json>>;
  if (typeof amount !== 'number' || typeof unit !== 'string' || !Object.hasOwn(units, unit)) return undefined;
  const words = units[unit as DurationUnit];
  return { ja: `${amount}${words.ja}`, en: `${amount} ${amount === 1 ? words.one : words.many}` };
}
