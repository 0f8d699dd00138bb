import type { NewThing } from './new-event.ts';

const longestKey = 1_000;

/**
 * The page or link that a URL names: host (with port) and decoded path, without scheme, query, fragment and trailing
 * slash, so that patterns may be written as people read addresses. Undefined: not an http(s) URL.
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
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  const path = readablePath(parsed.pathname).slice(0, longestKey);
  const key = path === '/' ? parsed.host : `${parsed.host}${path}`;
  return { kind, key, path, ...(title === undefined || title === '' ? {} : { title: title.slice(0, 300) }) };
}

function readablePath(pathname: string): string {
  const bare = pathname.replace(/\/+$/, '') || '/';
  try {
    return decodeURI(bare);
  } catch {
    return bare; // Not UTF-8 behind the percent signs: old Shift_JIS addresses
  }
}
