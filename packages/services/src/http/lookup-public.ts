import { type LookupAddress, lookup } from 'node:dns';
import { isPrivateAddress } from './is-private-address.ts';

/** Whether a URL's host is itself a private address, which is connected to without any lookup. */
export function isPrivateLiteral(hostname: string): boolean {
  const isLiteral = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  return isLiteral && isPrivateAddress(hostname.replace(/^\[|\]$/g, ''));
}

/** `isWholly`: none of the name's addresses is public, so that another try would come to the same. */
export class PrivateNameError extends Error {
  readonly isWholly: boolean;

  constructor({ hostname, isWholly }: { hostname: string; isWholly: boolean }) {
    super(`${hostname} leads to a private address`);
    this.isWholly = isWholly;
  }
}

/** Node's lookup, which fails where a name leads to a private address. */
// biome-ignore lint/complexity/useMaxParams: Node sets this signature.
export function lookupPublic(
  hostname: string,
  options: object,
  done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const privates = addresses.filter(({ address }) => isPrivateAddress(address));
    if (privates.length > 0)
      return done(new PrivateNameError({ hostname, isWholly: privates.length === addresses.length }), []);
    const first = addresses[0];
    if ('all' in options && options.all) return done(null, addresses);
    return done(null, first?.address ?? '', first?.family);
  });
}
