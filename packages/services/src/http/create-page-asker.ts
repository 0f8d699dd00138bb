import { promises as dns } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isPrivateLiteral, lookupPublic } from './lookup-public.ts';

/** gone: its server says that there is no such page. no-host: nobody has that name. unknown: neither is sure. */
export type PageAnswer = 'there' | 'gone' | 'no-host' | 'unknown';

/** Whether the page of an address is there. Never throws; takes a few seconds at most. */
export type AskPage = (address: string) => Promise<PageAnswer>;

const mostKept = 1_000;
const keptMs = { there: 10 * 60_000, gone: 30_000, 'no-host': 30_000, unknown: 30_000 } as const;
const mostRedirects = 4;
const goneStatuses: readonly number[] = [404, 410];

interface Settings {
  /** Origins of this installation: its own pages are asked for wherever it runs. */
  readonly own: readonly string[];
  /** For installations that mean their own network. */
  readonly allowPrivate?: boolean;
  readonly limitMs?: number;
  /** Whether names of the internet can be looked up here at all: without, a name not found says nothing. */
  readonly findsNames?: () => Promise<boolean>;
}

/**
 * Asks for pages as a browser would, without reading them: HEAD, and GET where that is refused. As with all calls, an
 * address of one's own network is not called. Answers are kept for a while, in this process.
 */
export function createPageAsker(settings: Settings): AskPage {
  const kept = new Map<string, { readonly answer: Promise<PageAnswer>; until: number }>();
  return (address) => {
    if (!URL.canParse(address)) return Promise.resolve('unknown');
    const target = new URL(address);
    target.hash = '';
    const before = kept.get(target.href);
    if (before !== undefined && before.until > performance.now()) return before.answer;
    const entry = { answer: ask({ target, settings }), until: Number.POSITIVE_INFINITY };
    kept.delete(target.href);
    kept.set(target.href, entry);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    void entry.answer.then((answer) => {
      entry.until = performance.now() + keptMs[answer];
    });
    return entry.answer;
  };
}

async function ask({ target, settings }: { target: URL; settings: Settings }): Promise<PageAnswer> {
  const { limitMs = 5_000, findsNames = findsNamesHere } = settings;
  const signal = AbortSignal.timeout(limitMs);
  try {
    let at = target;
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const next = await askOnce({ target: at, settings, signal });
      if (!(next instanceof URL)) return next;
      at = next;
    }
    return 'unknown';
  } catch (error) {
    if (!isNameMissing(error)) return 'unknown';
    return (await findsNames()) ? 'no-host' : 'unknown';
  }
}

interface Call {
  readonly target: URL;
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

/** The answer, or where it was sent on to. */
async function askOnce(call: Call): Promise<PageAnswer | URL> {
  const { target, settings } = call;
  if (target.protocol !== 'https:' && target.protocol !== 'http:') return 'unknown';
  const isOpen = settings.allowPrivate === true || settings.own.includes(target.origin);
  if (!isOpen && isPrivateLiteral(target.hostname)) return 'unknown';
  const head = await readStatus({ ...call, method: 'HEAD', isOpen });
  // Servers that know no HEAD answer it with whatever they like.
  const { status, location } = head.status < 400 ? head : await readStatus({ ...call, method: 'GET', isOpen });
  if (goneStatuses.includes(status)) return 'gone';
  if (status >= 500) return 'unknown';
  if (status < 300 || status >= 400 || location === undefined || !URL.canParse(location, target)) return 'there';
  return new URL(location, target);
}

function readStatus({
  target,
  signal,
  method,
  isOpen,
}: Call & { method: 'HEAD' | 'GET'; isOpen: boolean }): Promise<{ status: number; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? requestHttps : requestHttp)(
      target,
      {
        method,
        signal,
        headers: { 'user-agent': 'Sodate link check', accept: 'text/html,*/*' },
        agent: false,
        ...(isOpen ? {} : { lookup: lookupPublic }),
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location });
        response.destroy();
      },
    );
    request.on('error', reject);
    request.end();
  });
}

function isNameMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOTFOUND';
}

/** Whoever finds names of the internet finds who keeps "com"; where that fails, all names seem to be missing. */
function findsNamesHere(): Promise<boolean> {
  return dns.resolveNs('com').then(
    (servers) => servers.length > 0,
    () => false,
  );
}
