import type { FastifyRequest } from 'fastify';

const addresses: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** True for a request from this very machine, not passed on by a proxy. */
export function isLoopback(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return forwarded === undefined && addresses.has(request.socket.remoteAddress ?? '');
}
