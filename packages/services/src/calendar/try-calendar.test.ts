import { parseInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { testClock } from '../../../../test/database.ts';
import { tryCalendar } from './try-calendar.ts';

const day = [['09:00', '18:00']] as [string, string][];
const calendar = {
  zone: 'Asia/Tokyo',
  hours: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
  holidays: 'jp' as const,
  closedDates: [],
  openDates: {},
};

function untilOf(input: Omit<Parameters<typeof tryCalendar>[0]['input'], 'from'>): string {
  // Friday 20 November 2026, 16:00 in Tokyo; Monday 23 is a holiday.
  const clock = testClock(parseInstant('2026-11-20T07:00:00Z'));
  return new Date(tryCalendar({ context: { clock }, input }).until).toISOString();
}

it('counts open time over the weekend and the holiday', () => {
  expect(untilOf({ calendar, amount: 4, unit: 'business-hours' })).toBe('2026-11-24T02:00:00.000Z');
});

it('counts by the calendar as it is tried, stored or not', () => {
  const withoutHolidays = { ...calendar, holidays: 'none' as const };
  expect(untilOf({ calendar: withoutHolidays, amount: 4, unit: 'business-hours' })).toBe('2026-11-23T02:00:00.000Z');
});

it('says what is wrong with a calendar that never opens', () => {
  const never = { ...calendar, hours: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
  expect(() => untilOf({ calendar: never, amount: 1, unit: 'business-days' })).toThrow('No weekday is open');
});
