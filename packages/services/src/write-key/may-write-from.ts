/**
 * Whether a browser on this origin may write with a key.
 * @param domains the key's hosts ("aoba.example", "*.aoba.example", "localhost:3000"); none: any
 * @param origin the request's Origin header: "https://www.aoba.example"
 */
export function mayWriteFrom({ domains, origin }: { domains: readonly string[]; origin: string }): boolean {
  if (domains.length === 0) return true;
  const url = URL.parse(origin);
  if (url === null) return false;
  return domains.some((domain) =>
    domain.startsWith('*.') ? url.hostname.endsWith(domain.slice(1)) : domain === url.host || domain === url.hostname,
  );
}
