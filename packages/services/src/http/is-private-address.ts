import { BlockList, isIP } from 'node:net';

const blocked = new BlockList();
const open = new BlockList();

// RFC 1918, loopback, link-local, shared, benchmarking, documentation, 6to4 relays, multicast and reserved ranges.
const blockedV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

// Global unicast, without what in it tunnels to an IPv4 address (Teredo, 6to4) or documents.
const openV6 = ['2000::/3'];
const blockedV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

// IPv6 that stands for an IPv4 address, judged as that: mapped (RFC 4291), and translated (RFC 6052), which is how the whole
// IPv4 internet looks from a network that has IPv6 only.
const wrappers = ['::ffff:', '64:ff9b::'];
const wrapperBits = 96;

for (const range of blockedV4) {
  add({ list: blocked, range, family: 'ipv4' });
  const [address = '', bits = '0'] = range.split('/');
  for (const wrapper of wrappers)
    add({ list: blocked, range: `${wrapper}${address}/${wrapperBits + Number(bits)}`, family: 'ipv6' });
}
for (const wrapper of wrappers) add({ list: open, range: `${wrapper}0.0.0.0/${wrapperBits}`, family: 'ipv6' });
for (const range of openV6) add({ list: open, range, family: 'ipv6' });
for (const range of blockedV6) add({ list: blocked, range, family: 'ipv6' });

function add({ list, range, family }: { list: BlockList; range: string; family: 'ipv4' | 'ipv6' }): void {
  const [address = '', bits = '0'] = range.split('/');
  list.addSubnet(address, Number(bits), family);
}

/** Whether an address belongs to a private, local or reserved range, also where IPv6 wraps an IPv4 one. */
export function isPrivateAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return blocked.check(address, 'ipv4');
    case 6:
      return blocked.check(address, 'ipv6') || !open.check(address, 'ipv6');
    default:
      return true;
  }
}
