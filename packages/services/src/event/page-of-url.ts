import { cleanText, cutText } from '../as-storable.ts';
import type { NewThing } from './new-event.ts';

// An index holds 2,704 bytes at most; no host that DNS knows is longer than 253.
const longestHost = 260;
const longestPath = 1_000;
const mostPathBytes = 2_000;

/**
 * The page or link that a URL names: host (with port) and decoded path, without scheme, query, fragment and trailing
 * slash, so that patterns may be written as people read addresses. Undefined: not an http(s) URL, or of no possible host.
 */
export function pageOfUrl({
  kind,
  url,
  title,
}: {
  kind: 'page' | 'link';
  url: string;
  title?: string;
}): NewThing | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.host.length > longestHost) return undefined;
  const path = shorten(readablePath(parsed.pathname));
  const key = path === '/' ? parsed.host : `${parsed.host}${path}`;
  return { kind, key, path, ...(title === undefined || title === '' ? {} : { title: cutText(title, 300) }) };
}

function readablePath(pathname: string): string {
  const bare = pathname.replace(/\/+$/, '') || '/';
  try {
    return cleanText(decodeURI(bare)) || '/';
  } catch {
    return bare; // Not UTF-8 behind the percent signs: old Shift_JIS addresses
  }
}

function shorten(path: string): string {
  const bytes = Buffer.from(cutText(path, longestPath)).subarray(0, mostPathBytes);
  // As a stream: half a character at the end is left out.
  return new TextDecoder().decode(bytes, { stream: true });
}
