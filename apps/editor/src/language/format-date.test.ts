import { parseInstant } from '@sodate/journey/time/instant';
import { describe, expect, it } from 'vitest';
import { formatClock, formatDate, formatDateTime } from './format-date.ts';

const now = parseInstant('2026-11-19T05:32:00Z');
const tokyo = { zone: 'Asia/Tokyo', now } as const;

describe('dates', () => {
  it('carry day and weekday, and the year only where it is another', () => {
    const at = parseInstant('2026-11-24T00:00:00Z');
    expect(formatDate({ ...tokyo, at, language: 'ja' })).toBe('11/24(火)');
    expect(formatDate({ ...tokyo, at, language: 'en' })).toBe('Tue 24 Nov');
    const later = parseInstant('2027-01-04T00:00:00Z');
    expect(formatDate({ ...tokyo, at: later, language: 'ja' })).toBe('2027/1/4(月)');
    expect(formatDate({ ...tokyo, at: later, language: 'en' })).toBe('Mon 4 Jan 2027');
  });

  it('abbreviate every English month to three letters', () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      parseInstant(new Date(Date.UTC(2026, month, 5)).toISOString()),
    );
    const words = months.map((at) => formatDate({ ...tokyo, at, language: 'en' }).split(' ')[2]);
    expect(words).toEqual(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']);
  });

  it('go by the zone given, the change of the year too', () => {
    const at = parseInstant('2026-12-31T15:30:00Z');
    expect(formatDateTime({ ...tokyo, at, language: 'ja' })).toBe('2027/1/1(金) 0:30');
    expect(formatDateTime({ zone: 'Europe/Berlin', now, at, language: 'en' })).toBe('Thu 31 Dec, 16:30');
  });

  it('show the clock in 24 hours, midnight as 0', () => {
    expect(formatClock({ zone: 'Asia/Tokyo', at: parseInstant('2026-11-24T00:00:00Z'), language: 'ja' })).toBe('9:00');
    expect(formatClock({ zone: 'Asia/Tokyo', at: parseInstant('2026-11-23T15:05:00Z'), language: 'en' })).toBe('0:05');
  });
});
