import { expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

it('waits half a second first, then twice as long each time, but never over half a minute', () => {
  expect([1, 2, 3, 4].map(backOffMs)).toEqual([500, 1_000, 2_000, 4_000]);
  expect(backOffMs(7)).toBe(30_000);
  expect(backOffMs(1_000)).toBe(30_000);
});
