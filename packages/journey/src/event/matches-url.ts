import type { UrlPattern } from './event-pattern.ts';
import { splitAddress } from './split-address.ts';

/**
 * Whether an address fits a pattern. Scheme, query and fragment are left out on both sides, hosts compare without
 * case, and escaped characters count as themselves, so that "/料金" fits "/%E6%96%99%E9%87%91".
 */
export function matchesUrl({ pattern, url }: { pattern: UrlPattern; url: string }): boolean {
  const value = splitAddress(pattern.value);
  const wanted = pattern.value.startsWith('/') ? value.path : value.host + value.path;
  const address = splitAddress(url);
  const given = pattern.value.startsWith('/') ? address.path : address.host + address.path;
  switch (pattern.match) {
    case 'exact':
      return withoutSlash(given) === withoutSlash(wanted);
    case 'prefix':
      return `${withoutSlash(given)}/`.startsWith(wanted);
    case 'pattern':
      return fitsWildcards(withoutSlash(given), withoutSlash(wanted));
    default:
      return pattern.match satisfies never;
  }
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/** Linear in practice: on a mismatch only the last `*` takes one character more. */
function fitsWildcards(text: string, wanted: string): boolean {
  let at = 0;
  let want = 0;
  let starAt = -1;
  let starWant = -1;
  while (at < text.length) {
    if (wanted[want] === '*') {
      starWant = want++;
      starAt = at;
    } else if (wanted[want] === text[at]) {
      want++;
      at++;
    } else if (starWant >= 0) {
      want = starWant + 1;
      at = ++starAt;
    } else {
      return false;
    }
  }
  while (wanted[want] === '*') want++;
  return want === wanted.length;
}
