import { expect, it } from 'vitest';
import { isPrivateAddress } from './is-private-address.ts';

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  'not an address',
])('refuses %s', (address) => expect(isPrivateAddress(address)).toBe(true));

it.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1'])('allows %s', (address) =>
  expect(isPrivateAddress(address)).toBe(false),
);
