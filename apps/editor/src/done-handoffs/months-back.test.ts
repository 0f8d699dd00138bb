import { parseInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { monthsBack } from './months-back.ts';

it('goes back from the month that it is in the zone, over a year', () => {
  const now = parseInstant('2026-11-30T16:00:00Z');
  const months = monthsBack({ now, zone: 'Asia/Tokyo', count: 13 });
  expect([months[0], months[11], months[12]]).toEqual(['2026-12', '2026-01', '2025-12']);
});
