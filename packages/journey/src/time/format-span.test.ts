import { expect, it } from 'vitest';
import { formatSpan } from './format-span.ts';

const minute = 60_000;
const hour = 60 * minute;

it.each([
  [130 * minute, '2時間10分', '2 h 10 min'],
  [48 * minute, '48分', '48 min'],
  [5 * hour, '5時間', '5 h'],
  [25 * hour + 59 * minute, '1日1時間', '1 d 1 h'],
  [48 * hour, '2日', '2 d'],
  [10_000, '1分', '1 min'],
])('words a span of %i ms in its two largest units', (spanMs, ...[ja, en]) => {
  expect(formatSpan({ spanMs, language: 'ja' })).toBe(ja);
  expect(formatSpan({ spanMs, language: 'en' })).toBe(en);
});
