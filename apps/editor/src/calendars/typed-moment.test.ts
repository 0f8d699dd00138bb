import { formatInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { readTypedMoment } from './typed-moment.ts';

it('is read on the clocks of the calendar’s zone, wherever one sits', () => {
  const read = (zone: string) => formatInstant(readTypedMoment({ typed: '2026-12-29T17:30', zone }) ?? (0 as never));
  expect(read('Asia/Tokyo')).toBe('2026-12-29T08:30:00.000Z');
  expect(read('Europe/Berlin')).toBe('2026-12-29T16:30:00.000Z');
});

it('is nothing while it is being typed', () => {
  expect(readTypedMoment({ typed: '', zone: 'Asia/Tokyo' })).toBeUndefined();
});
