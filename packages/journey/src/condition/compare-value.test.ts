import { expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { compareValue } from './compare-value.ts';
import type { Comparison } from './condition.ts';

const missing: readonly (Json | undefined)[] = [undefined, null, ''];
const comparisons: readonly Comparison[] = [
  { is: 'equal', value: '' },
  { is: 'equal', value: 0 },
  { is: 'less', value: 1 },
  { is: 'at-most', value: 1 },
  { is: 'at-least', value: -1 },
  { is: 'more', value: -1 },
  { is: 'contains', value: '' },
  { is: 'starts-with', value: '' },
  { is: 'one-of', values: ['', 0] },
  { is: 'not-empty' },
];

it('takes a missing value for equal to nothing, less than nothing, and empty', () => {
  for (const value of missing) {
    for (const compare of comparisons) expect(compareValue({ value, compare })).toBe(false);
    expect(compareValue({ value, compare: { is: 'empty' } })).toBe(true);
    expect(compareValue({ value, compare: { is: 'not-equal', value: 'x' } })).toBe(true);
  }
});

it.each<{ value: Json; compare: Comparison }>([
  { value: 'Tokyo', compare: { is: 'equal', value: 'tokyo' } },
  { value: '東京都', compare: { is: 'starts-with', value: '東京' } },
  { value: 'ACME Inc', compare: { is: 'contains', value: 'acme' } },
  { value: 'sales', compare: { is: 'one-of', values: ['Marketing', 'Sales'] } },
  { value: 100, compare: { is: 'at-least', value: 100 } },
  { value: 100, compare: { is: 'at-most', value: 100 } },
  { value: 100, compare: { is: 'less', value: 101 } },
  { value: 100, compare: { is: 'more', value: 99 } },
  { value: 100, compare: { is: 'one-of', values: [1, 100] } },
  { value: true, compare: { is: 'equal', value: true } },
  { value: 0, compare: { is: 'not-empty' } },
  { value: false, compare: { is: 'not-empty' } },
])('takes $value to fit $compare', ({ value, compare }) => {
  expect(compareValue({ value, compare })).toBe(true);
});

it.each<{ value: Json; compare: Comparison }>([
  { value: '100', compare: { is: 'equal', value: 100 } },
  { value: '100', compare: { is: 'at-least', value: 1 } },
  { value: 'true', compare: { is: 'equal', value: true } },
  { value: 100, compare: { is: 'less', value: 100 } },
  { value: 100, compare: { is: 'contains', value: '1' } },
  { value: ['a'], compare: { is: 'equal', value: 'a' } },
])('does not take $value to fit $compare', ({ value, compare }) => {
  expect(compareValue({ value, compare })).toBe(false);
});
