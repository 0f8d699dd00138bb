import { expect, it } from 'vitest';
import { normalisePhone } from './normalise-phone.ts';

it.each([
  ['03-1234-5678', '0312345678'],
  ['０３（１２３４）５６７８', '0312345678'],
  ['+81 3-1234-5678', '0312345678'],
  ['+81 (0)3 1234 5678', '0312345678'],
  ['+1 (415) 555-0100', '+14155550100'],
])('writes %j as %j', (given, stored) => {
  expect(normalisePhone(given)).toBe(stored);
});

it.each(['', '内線 12', 'なし', '1234567890123456'])('does not take %j for a phone number', (given) => {
  expect(normalisePhone(given)).toBeUndefined();
});
