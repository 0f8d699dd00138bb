import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { takesGzip } from './takes-gzip.ts';

/** Less fits one packet as it is. */
const leastBytes = 1_400;

/**
 * A hook: answers of procedures leave gzipped where our own page asks and its browser takes that. The length of what
 * another site asks for would tell a listener how much of it repeats what was asked (BREACH). Streams of events go as
 * they come.
 */
export async function sendCompressed(
  request: FastifyRequest,
  ...[, payload]: readonly [FastifyReply, unknown]
): Promise<unknown> {
  if (!(payload instanceof Response)) return payload;
  if (!(payload.headers.get('content-type') ?? '').startsWith('application/json')) return payload;
  const { status } = payload;
  const headers = new Headers(payload.headers);
  headers.append('vary', 'accept-encoding');
  const body = Buffer.from(await payload.arrayBuffer());
  if (body.length < leastBytes || !isOwnPage(request) || !takesGzip(request.headers['accept-encoding'])) {
    return new Response(body, { status, headers });
  }
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  return new Response(await promisify(gzip)(body, { level: 5 }), { status, headers });
}

function isOwnPage({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'same-origin';
}
