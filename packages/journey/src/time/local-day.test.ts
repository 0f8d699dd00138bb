import { expect, it } from 'vitest';
import { parseInstant } from './instant.ts';
import { localDay } from './local-day.ts';

it.each([
  { at: '2026-11-22T14:59:59Z', zone: 'Asia/Tokyo', day: '2026-11-22' },
  { at: '2026-11-22T15:00:00Z', zone: 'Asia/Tokyo', day: '2026-11-23' },
  { at: '2026-11-23T04:59:59Z', zone: 'America/New_York', day: '2026-11-22' },
])('at $at in $zone it is $day', ({ at, zone, day }) => {
  expect(localDay({ at: parseInstant(at), zone })).toBe(day);
});
