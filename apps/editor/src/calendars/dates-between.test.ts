import { expect, it } from 'vitest';
import { datesBetween } from './dates-between.ts';

it('takes every day of a range, over the end of a year', () => {
  expect(datesBetween({ from: '2026-12-29', until: '2027-01-03' })).toEqual([
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ]);
});

it('takes one day where no last one is given, or where it is the same', () => {
  expect(datesBetween({ from: '2026-12-29', until: '' })).toEqual(['2026-12-29']);
  expect(datesBetween({ from: '2026-12-29', until: '2026-12-29' })).toEqual(['2026-12-29']);
});

it('takes no range that ends before it begins, or lasts for months', () => {
  expect(datesBetween({ from: '2026-12-29', until: '2026-12-28' })).toBeUndefined();
  expect(datesBetween({ from: '2026-12-29', until: '2027-12-28' })).toBeUndefined();
});
