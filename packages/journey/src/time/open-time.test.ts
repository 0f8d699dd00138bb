import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeCalendar as calendar } from '../../../../test/hosts/office-calendar.ts';
import { asInstant, parseInstant } from './instant.ts';
import { addOpenTime, isOpenAt, openTimeBetween, subtractOpenTime } from './open-time.ts';

const hourMs = 3_600_000;
const anyInstant = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minutes) => asInstant(parseInstant('2026-11-10T00:00+09:00') + minutes * 60_000));
const at = (text: string) => parseInstant(`${text}+09:00`);

describe('open time', () => {
  it('runs from the opening up to, not including, the closing', () => {
    expect(isOpenAt({ calendar, at: at('2026-11-24T09:00') })).toBe(true);
    expect(isOpenAt({ calendar, at: at('2026-11-24T12:00') })).toBe(false);
    expect(isOpenAt({ calendar, at: asInstant(at('2026-11-24T18:00') - 1) })).toBe(true);
    expect(isOpenAt({ calendar, at: at('2026-11-24T18:00') })).toBe(false);
    expect(isOpenAt({ calendar, at: at('2026-11-23T10:00') })).toBe(false);
    expect(isOpenAt({ calendar, at: at('2026-11-21T10:00') })).toBe(true);
  });

  it('is summed over days', () => {
    const from = at('2026-11-20T17:00');
    expect(openTimeBetween({ calendar, from, to: at('2026-11-24T10:00') })).toBe(7 * hourMs);
    expect(openTimeBetween({ calendar, from, to: from })).toBe(0);
    expect(openTimeBetween({ calendar, from, to: at('2026-11-20T16:00') })).toBe(0);
  });

  it('merges spans that overlap, and leaves out empty ones', () => {
    const doubled = {
      ...calendar,
      openDates: {
        '2026-11-24': [
          ['09:00', '12:00'],
          ['11:00', '13:00'],
          ['15:00', '15:00'],
        ] as const,
      },
    };
    expect(openTimeBetween({ calendar: doubled, from: at('2026-11-24T00:00'), to: at('2026-11-25T00:00') })).toBe(
      4 * hourMs,
    );
  });

  it('may last until midnight', () => {
    const late = { ...calendar, openDates: { '2026-11-24': [['22:00', '24:00']] as const } };
    expect(openTimeBetween({ calendar: late, from: at('2026-11-24T00:00'), to: at('2026-11-25T00:00') })).toBe(
      2 * hourMs,
    );
  });
});

describe('adding open time', () => {
  it('ends exactly so much open time later', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 4_000 }), (from, amount) => {
        const end = addOpenTime({ calendar, from, duration: { amount, unit: 'minutes' } });
        expect(openTimeBetween({ calendar, from, to: end })).toBe(amount * 60_000);
        expect(openTimeBetween({ calendar, from, to: asInstant(end - 1) })).toBe(amount * 60_000 - 1);
      }),
      { numRuns: 300 },
    );
  });

  it('is undone by subtracting it, as far as open time goes', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 2_000 }), (from, amount) => {
        const start = subtractOpenTime({ calendar, from, duration: { amount, unit: 'minutes' } });
        expect(start).toBeLessThan(from);
        expect(openTimeBetween({ calendar, from: start, to: from })).toBe(amount * 60_000);
      }),
      { numRuns: 300 },
    );
  });

  it('takes days for open days', () => {
    const from = at('2026-11-20T15:30');
    expect(addOpenTime({ calendar, from, duration: { amount: 2, unit: 'days' } })).toBe(at('2026-11-24T15:30'));
    expect(subtractOpenTime({ calendar, from: at('2026-11-24T15:30'), duration: { amount: 2, unit: 'days' } })).toBe(
      from,
    );
  });

  it('refuses units that are not open time', () => {
    const duration = { amount: 1, unit: 'months' } as const;
    expect(() => addOpenTime({ calendar, from: at('2026-11-20T15:30'), duration })).toThrow(RangeError);
  });
});
