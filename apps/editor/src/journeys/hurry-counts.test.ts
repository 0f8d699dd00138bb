import { expect, it } from 'vitest';
import { countsEveryMs, hurryCounts } from './hurry-counts.ts';

it('reads the numbers more often for some seconds after a publication', () => {
  const usual = countsEveryMs({ now: 0 });
  hurryCounts({ now: 1_000 });
  expect(countsEveryMs({ now: 1_000 })).toBeLessThan(usual);
  expect(countsEveryMs({ now: 10_000 })).toBeLessThan(usual);
  expect(countsEveryMs({ now: 60_000 })).toBe(usual);
});
