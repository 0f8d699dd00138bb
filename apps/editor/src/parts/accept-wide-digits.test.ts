import { expect, it } from 'vitest';
import { toPlainDigits } from './accept-wide-digits.ts';

it.each([
  ['６０', '60'],
  ['1２点', '12点'],
  ['－１．５', '-1.5'],
  ['60', '60'],
  ['ＡＢ', 'ＡＢ'],
])('%s is read as %s', (typed, read) => {
  expect(toPlainDigits(typed)).toBe(read);
});
