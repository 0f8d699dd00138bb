import { isbot } from 'isbot';

export interface Reader {
  readonly method: string;
  readonly userAgent: string;
  /** "Sec-Purpose", "Purpose", "X-Purpose" or "X-Moz" of the request, whichever is there. */
  readonly purpose: string;
}

/** Fetches on behalf of a person who opened the mail: their mail service keeps the sender from seeing the address. */
const imageProxies = /GoogleImageProxy|YahooMailProxy/;

/** True where no person is behind a request: scanners of mail servers, prefetching browsers, link previews. */
export function isMachine({ method, userAgent, purpose }: Reader): boolean {
  if (method === 'HEAD' || userAgent.trim() === '') return true;
  if (/prefetch|preview|prerender/i.test(purpose)) return true;
  return isbot(userAgent);
}

/** The same for the image that tells of an opening. */
export function isMachineOpening(reader: Reader): boolean {
  return !imageProxies.test(reader.userAgent) && isMachine(reader);
}
