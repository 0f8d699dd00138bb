import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Less fits one packet as it is. */
const leastBytes = 1_400;

/** A hook: answers of procedures leave gzipped where the browser takes that. Streams of events go as they come. */
export async function sendCompressed(
  request: FastifyRequest,
  ...[, payload]: readonly [FastifyReply, unknown]
): Promise<unknown> {
  if (!(payload instanceof Response) || !/\bgzip\b/.test(String(request.headers['accept-encoding']))) return payload;
  if (!(payload.headers.get('content-type') ?? '').startsWith('application/json')) return payload;
  const { status } = payload;
  const headers = new Headers(payload.headers);
  headers.append('vary', 'accept-encoding');
  const body = Buffer.from(await payload.arrayBuffer());
  if (body.length < leastBytes) return new Response(body, { status, headers });
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  return new Response(await promisify(gzip)(body, { level: 5 }), { status, headers });
}
