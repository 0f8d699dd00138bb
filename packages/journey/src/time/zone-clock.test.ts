import fc from 'fast-check';
import { DateTime, IANAZone } from 'luxon';
import { expect, it } from 'vitest';
import { parseInstant } from './instant.ts';
import { isZone, zoneClock } from './zone-clock.ts';

const zones = [
  'Asia/Tokyo',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Europe/London',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Pacific/Chatham',
];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2037, 11, 31) });

it('knows the same offsets as luxon', () => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, at) => {
      expect(zoneClock(zone).offsetAt(at)).toBe(IANAZone.create(zone).offset(at) * 60_000);
    }),
    { numRuns: 2_000 },
  );
});

it('finds an instant at which clocks show the local time, and none earlier', () => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, at) => {
      const clock = zoneClock(zone);
      const local = at + clock.offsetAt(at);
      const found = clock.firstInstantAt(local);
      expect(found).toBeLessThanOrEqual(at);
      expect(found + clock.offsetAt(found)).toBe(local);
    }),
    { numRuns: 2_000 },
  );
});

const wallClock = (text: string) => Date.parse(`${text}Z`);

it.each([
  {
    what: 'takes the first instant after the gap for a time skipped in spring',
    zone: 'America/New_York',
    local: '2026-03-08T02:30',
    at: '2026-03-08T03:00-04:00',
  },
  {
    what: 'takes the first of a time that occurs twice in autumn',
    zone: 'America/New_York',
    local: '2026-11-01T01:30',
    at: '2026-11-01T01:30-04:00',
  },
  {
    what: 'knows that half an hour is skipped on Lord Howe',
    zone: 'Australia/Lord_Howe',
    local: '2026-10-04T02:15',
    at: '2026-10-04T02:30+11:00',
  },
  {
    what: 'knows that half an hour occurs twice on Lord Howe',
    zone: 'Australia/Lord_Howe',
    local: '2026-04-05T01:45',
    at: '2026-04-05T01:45+11:00',
  },
  {
    what: 'knows that Apia skipped a whole day',
    zone: 'Pacific/Apia',
    local: '2011-12-30T10:00',
    at: '2011-12-31T00:00+14:00',
  },
  { what: 'reads Tokyo plainly', zone: 'Asia/Tokyo', local: '2026-11-23T09:00', at: '2026-11-23T09:00+09:00' },
])('$what', ({ zone, local, at }) => {
  expect(zoneClock(zone).firstInstantAt(wallClock(local))).toBe(parseInstant(at));
});

it('agrees with luxon wherever a wall-clock time exists once', () => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, local) => {
      const given = DateTime.fromMillis(local, { zone: 'utc' });
      const there = given.setZone(zone, { keepLocalTime: true });
      fc.pre(there.getPossibleOffsets().length === 1 && there.toFormat('HHmmss') === given.toFormat('HHmmss'));
      fc.pre(there.hasSame(given.setZone(zone, { keepLocalTime: true }), 'millisecond'));
      expect(zoneClock(zone).firstInstantAt(local)).toBe(there.toMillis());
    }),
    { numRuns: 1_000 },
  );
});

it('refuses what is no zone', () => {
  expect(isZone('Mars/Olympus')).toBe(false);
  expect(() => zoneClock('Mars/Olympus')).toThrow(RangeError);
});
