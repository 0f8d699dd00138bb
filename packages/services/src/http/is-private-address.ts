import { BlockList, isIP } from 'node:net';

const blocked = new BlockList();

// RFC 1918, loopback, link-local, shared, benchmarking, documentation, multicast and reserved ranges.
const blockedV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const blockedV6 = ['::/128', '::1/128', 'fc00::/7', 'fe80::/10', 'ff00::/8'];

for (const range of blockedV4) addRange({ range, family: 'ipv4' });
for (const range of blockedV6) addRange({ range, family: 'ipv6' });

function addRange({ range, family }: { range: string; family: 'ipv4' | 'ipv6' }): void {
  const [address = '', bits = '0'] = range.split('/');
  blocked.addSubnet(address, Number(bits), family);
}

/** Whether an address belongs to a private, local or reserved range, also where IPv6 wraps an IPv4 one. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPrivateAddress(mapped);
  const family = isIP(address);
  if (family === 0) return true;
  return blocked.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
