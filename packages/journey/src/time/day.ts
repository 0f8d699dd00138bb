import type { Weekday } from './wait-spec.ts';

/** A date as a number: days since 1970-01-01. */
export type Day = number;

export const dayMs = 86_400_000;

/** The date that a local time falls on. */
export function dayOf(local: number): Day {
  return Math.floor(local / dayMs);
}

export function weekdayOf(day: Day): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** "2026-11-23" as a day. @throws RangeError where the text is not such a date. */
export function parseDay(date: string): Day {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not a date: ${date}`);
  return milliseconds / dayMs;
}

export function formatDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The same day some months later, or the last day of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * dayMs);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / dayMs;
}

/** "09:30" as milliseconds since midnight; "24:00" is the next midnight. @throws RangeError where it is not so. */
export function parseClockTime(time: string): number {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(time) ?? [];
  const milliseconds = Number(hours) * 3_600_000 + Number(minutes) * 60_000;
  if (!(milliseconds <= dayMs)) throw new RangeError(`not a time of day: ${time}`);
  return milliseconds;
}
