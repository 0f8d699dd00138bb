import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { officeCalendar } from '../../../../test/hosts/office-calendar.ts';
import { asInstant, parseInstant } from './instant.ts';
import { measureDeadline } from './measure-deadline.ts';
import type { Duration, DurationUnit, Moment, WaitSpec, Zone } from './wait-spec.ts';

interface Case {
  readonly from: string;
  readonly duration?: Duration;
  readonly moment?: Moment;
  readonly zone?: Zone;
}

function end({ from, zone = 'Asia/Tokyo', ...rest }: Case): string {
  const spec: WaitSpec = { zone: 'journey', ...rest };
  const at = measureDeadline({ spec, from: parseInstant(from), zone, calendar: officeCalendar });
  return DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

const span = (amount: number, unit: DurationUnit): Duration => ({ amount, unit });

describe('a duration', () => {
  it.each([
    {
      what: 'minutes are exact',
      from: '2026-11-24T10:00+09:00',
      duration: span(90, 'minutes'),
      to: '2026-11-24T11:30',
    },
    { what: 'hours are exact', from: '2026-11-24T10:00+09:00', duration: span(26, 'hours'), to: '2026-11-25T12:00' },
    {
      what: 'hours are exact over a DST change',
      from: '2026-03-07T12:00-05:00',
      duration: span(24, 'hours'),
      zone: 'America/New_York',
      to: '2026-03-08T13:00',
    },
    {
      what: 'a day is the same time on the next date',
      from: '2026-03-07T12:00-05:00',
      duration: span(1, 'days'),
      zone: 'America/New_York',
      to: '2026-03-08T12:00',
    },
    {
      what: 'a time skipped by DST is the first instant after the gap',
      from: '2026-03-07T02:30-05:00',
      duration: span(1, 'days'),
      zone: 'America/New_York',
      to: '2026-03-08T03:00',
    },
    {
      what: 'a week is seven such days',
      from: '2026-10-27T09:00-04:00',
      duration: span(1, 'weeks'),
      zone: 'America/New_York',
      to: '2026-11-03T09:00',
    },
    {
      what: 'a month after the 31st is the last day of a shorter month',
      from: '2027-01-31T08:15+09:00',
      duration: span(1, 'months'),
      to: '2027-02-28T08:15',
    },
    {
      what: 'a year after a leap day is the last of February',
      from: '2028-02-29T08:15+09:00',
      duration: span(12, 'months'),
      to: '2029-02-28T08:15',
    },
    { what: 'nothing is at once', from: '2026-11-24T10:00+09:00', duration: span(0, 'days'), to: '2026-11-24T10:00' },
  ])('$what', ({ to, what: _, ...given }) => {
    expect(end(given)).toBe(to);
  });

  it('of one day takes the first of a time that occurs twice', () => {
    const spec: WaitSpec = { duration: span(1, 'days'), zone: 'journey' };
    const at = measureDeadline({ spec, from: parseInstant('2026-10-31T01:30-04:00'), zone: 'America/New_York' });
    expect(at).toBe(parseInstant('2026-11-01T01:30-04:00'));
  });

  it('agrees with luxon wherever no clock is changed at its end', () => {
    const zones = fc.constantFrom(
      'Asia/Tokyo',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Europe/Paris',
    );
    const units = fc.constantFrom(
      'minutes' as const,
      'hours' as const,
      'days' as const,
      'weeks' as const,
      'months' as const,
    );
    const anyFrom = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2036, 0, 1) });
    fc.assert(
      fc.property(zones, units, anyFrom, fc.integer({ min: 1, max: 30 }), (...[zone, unit, from, amount]) => {
        const expected = DateTime.fromMillis(from, { zone }).plus({ [unit]: amount });
        const isPlain = expected.minus({ hours: 25 }).offset === expected.plus({ hours: 25 }).offset;
        fc.pre(isPlain);
        const spec: WaitSpec = { duration: { amount, unit }, zone: 'journey' };
        expect(measureDeadline({ spec, from: asInstant(from), zone })).toBe(expected.toMillis());
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('business time', () => {
  it.each([
    {
      what: 'counts open time only, over lunch',
      from: '2026-11-24T11:00+09:00',
      duration: span(2, 'business-hours'),
      to: '2026-11-24T14:00',
    },
    {
      what: 'goes on when the office opens again',
      from: '2026-11-24T17:00+09:00',
      duration: span(4, 'business-hours'),
      to: '2026-11-25T12:00',
    },
    {
      what: 'ends at closing time, not at the next opening',
      from: '2026-11-24T15:00+09:00',
      duration: span(3, 'business-hours'),
      to: '2026-11-24T18:00',
    },
    {
      what: 'begins when the office opens',
      from: '2026-11-24T03:00+09:00',
      duration: span(1, 'business-hours'),
      to: '2026-11-24T10:00',
    },
    {
      what: 'leaves out holidays and weekends, but not an extra open day',
      from: '2026-11-20T17:00+09:00',
      duration: span(7, 'business-hours'),
      to: '2026-11-24T10:00',
    },
    {
      what: 'counts open days at the same time of day',
      from: '2026-11-24T15:30+09:00',
      duration: span(3, 'business-days'),
      to: '2026-11-27T15:30',
    },
    {
      what: 'takes no holiday for a business day',
      from: '2026-11-20T15:30+09:00',
      duration: span(2, 'business-days'),
      to: '2026-11-24T15:30',
    },
    {
      what: 'ends a business day with a short one',
      from: '2026-11-20T15:30+09:00',
      duration: span(1, 'business-days'),
      to: '2026-11-21T15:00',
    },
    {
      what: 'counts from the next opening after closing time',
      from: '2026-11-24T18:00+09:00',
      duration: span(1, 'business-days'),
      to: '2026-11-26T09:00',
    },
  ])('$what', ({ to, what: _, ...given }) => {
    expect(end(given)).toBe(to);
  });

  it('needs a calendar, and one that opens', () => {
    const spec: WaitSpec = { duration: span(1, 'business-hours'), zone: 'journey' };
    const from = parseInstant('2026-11-24T10:00+09:00');
    expect(() => measureDeadline({ spec, from, zone: 'Asia/Tokyo' })).toThrow('business time needs a calendar');
    const shut = { ...officeCalendar, hours: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, openDates: {} };
    expect(() => measureDeadline({ spec, from, zone: 'Asia/Tokyo', calendar: shut })).toThrow('never opens');
  });
});

describe('a moment', () => {
  const nine = { time: '09:00', weekdays: [], skipClosed: false } as const;
  it.each([
    { what: 'is today if still to come', from: '2026-11-24T08:59+09:00', moment: nine, to: '2026-11-24T09:00' },
    { what: 'is now if now', from: '2026-11-24T09:00+09:00', moment: nine, to: '2026-11-24T09:00' },
    { what: 'is tomorrow if past', from: '2026-11-24T09:01+09:00', moment: nine, to: '2026-11-25T09:00' },
    {
      what: 'waits for its weekday',
      from: '2026-11-24T10:00+09:00',
      moment: { ...nine, weekdays: [1, 2] as const },
      to: '2026-11-30T09:00',
    },
    {
      what: 'skips closed days if asked',
      from: '2026-11-22T10:00+09:00',
      moment: { ...nine, skipClosed: true },
      to: '2026-11-24T09:00',
    },
    {
      what: 'follows a duration',
      from: '2026-11-24T10:00+09:00',
      duration: span(3, 'days'),
      moment: nine,
      to: '2026-11-28T09:00',
    },
    {
      what: 'is in the zone given',
      from: '2026-11-24T10:00+09:00',
      moment: nine,
      zone: 'America/New_York',
      to: '2026-11-24T09:00',
    },
    {
      what: 'is the first instant after a gap',
      from: '2026-03-08T00:30-05:00',
      moment: { ...nine, time: '02:15' },
      zone: 'America/New_York',
      to: '2026-03-08T03:00',
    },
  ])('$what', ({ to, what: _, ...given }) => {
    expect(end(given)).toBe(to);
  });
});
