import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPrivateAddress } from './is-private-address.ts';

it.each([
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '203.0.113.9',
  '255.255.255.255',
  '::',
  '::1',
  'fd00::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '100::1',
  '2001:db8::1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::169.254.169.254',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  'not an address',
  '',
])('refuses %s', (address) => expect(isPrivateAddress(address)).toBe(true));

it.each([
  '93.184.216.34',
  '172.32.0.1',
  '2606:2800:220:1::1',
  '::ffff:93.184.216.34',
  '::ffff:5db8:d822',
  '64:ff9b::93.184.216.34',
])('allows %s', (address) => expect(isPrivateAddress(address)).toBe(false));

it('judges an IPv4 address that IPv6 wraps as it judges the address itself', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.constantFrom('::ffff:', '64:ff9b::'), (address, wrapper) => {
      expect(isPrivateAddress(`${wrapper}${address}`)).toBe(isPrivateAddress(address));
    }),
  );
});
