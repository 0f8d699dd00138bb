import { request as requestHttp, validateHeaderName, validateHeaderValue } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { HttpPort, SendResult } from '@sodate/nodes/kit/effect';
import { quoteValue } from '@sodate/nodes/kit/quote-value';
import { isPrivateLiteral, lookupPublic, PrivateNameError } from './lookup-public.ts';
import { readRefusal } from './read-refusal.ts';

const tooManyRequests = 429;

/** No receiver keeps an effect waiting for longer. */
const longestWaitS = 24 * 60 * 60;

/**
 * Posts JSON with the effect's key as `Idempotency-Key`. The address is judged when the name is resolved for this very
 * connection, so that a name cannot point elsewhere in between. Redirects are not followed.
 * `allowPrivate` is for installations that mean their own network.
 */
export function createHttpPort({
  key,
  limitMs,
  allowPrivate = false,
}: {
  key: string;
  limitMs: number;
  allowPrivate?: boolean;
}): HttpPort {
  return {
    post: async ({ url, body, headers }) => {
      if (!URL.canParse(url)) return refuse(`not a URL: ${url}`);
      const target = new URL(url);
      if (target.protocol !== 'https:' && target.protocol !== 'http:')
        return refuse(`only http and https are called, not ${target.protocol}`);
      if (!allowPrivate && isPrivateLiteral(target.hostname)) return refuse('private addresses are not called');
      if (typeof body !== 'object' || body === null) return refuse(`the body is no object: ${quoteValue(body)}`);
      const odd = findOddHeader(headers ?? {});
      if (odd !== undefined) return refuse(`the header ${JSON.stringify(odd)} cannot be sent`);
      return send({
        target,
        json: JSON.stringify(body),
        headers: { ...headers, 'idempotency-key': key },
        limitMs,
        allowPrivate,
      });
    },
  };
}

function refuse(error: string): SendResult {
  return { kind: 'surely-not', error, again: false };
}

/** The name of a header that HTTP cannot carry, such as one that a line break would make two of. */
function findOddHeader(headers: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(headers).find(([name, value]) => {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
      return false;
    } catch {
      return true;
    }
  })?.[0];
}

interface Call {
  readonly target: URL;
  readonly json: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly limitMs: number;
  readonly allowPrivate: boolean;
}

function send({ target, json, headers, limitMs, allowPrivate }: Call): Promise<SendResult> {
  return new Promise((resolve) => {
    let written = false;
    let answered = false;
    const request = (target.protocol === 'https:' ? requestHttps : requestHttp)(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) },
        signal: AbortSignal.timeout(limitMs),
        ...(allowPrivate ? {} : { lookup: lookupPublic }),
      },
      async (response) => {
        answered = true;
        const status = response.statusCode ?? 0;
        const wasTaken = status >= 200 && status < 300;
        const words = readRefusal(response);
        const said = wasTaken ? '' : await words;
        resolve(judge({ status, wasTaken, said, retryAfter: response.headers['retry-after'] }));
      },
    );
    request.on('error', (error) => {
      // The status has said what became of it, whatever becomes of the words behind it.
      if (answered) return;
      const again = !(error instanceof PrivateNameError && error.isWholly);
      const why =
        error.name === 'AbortError' ? `the receiver did not answer within ${limitMs / 1_000} s` : error.message;
      resolve(written ? { kind: 'unknown', error: why } : { kind: 'surely-not', error: why, again });
    });
    // A connection kept from an earlier call is ready already: the body may be on its way.
    request.on('socket', (socket) => {
      written = request.reusedSocket;
      socket.once(target.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        written = true;
      });
    });
    request.end(json);
  });
}

interface Answer {
  readonly status: number;
  readonly wasTaken: boolean;
  readonly said: string;
  readonly retryAfter: string | undefined;
}

function judge({ status, wasTaken, said, retryAfter }: Answer): SendResult {
  if (wasTaken) return { kind: 'sent', receipt: String(status) };
  const again = status >= 500 || status === tooManyRequests;
  const seconds = Number(retryAfter);
  return {
    kind: 'surely-not',
    error: `the receiver answered ${status}${said === '' ? '' : `: ${said}`}`,
    again,
    ...(again && seconds > 0 ? { afterMs: Math.min(seconds, longestWaitS) * 1_000 } : {}),
  };
}
