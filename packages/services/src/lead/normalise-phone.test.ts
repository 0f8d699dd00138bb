import { expect, it } from 'vitest';
import { normalisePhone } from './normalise-phone.ts';

it.each([
  ['０４９－０００－０１４２', '049-000-0142'],
  ['049ー000−0142', '049-000-0142'],
  [' 049 000 0142 ', '0490000142'],
  ['＋81 (49) 000-0142', '+81(49)000-0142'],
  ['-', ''],
])('stores %j as %j', (text, phone) => {
  expect(normalisePhone(text)).toBe(phone);
});
