import type { IncomingHttpHeaders } from 'node:http';

/** Whether a browser has room for more than a phone's screen, as far as it says what it is. */
export function isWide({ 'user-agent': agent = '' }: Pick<IncomingHttpHeaders, 'user-agent'>): boolean {
  return !/\bMobile\b/.test(agent);
}
