import type { FastifyReply, FastifyRequest } from 'fastify';
import { originsOf } from '../auth.ts';

/** A hook: a page elsewhere can neither change nor read anything here, nor hold a stream open, by our people's cookies. */
export function refuseForeignPages({ publicUrl }: { publicUrl: string }) {
  const origins = originsOf(publicUrl);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { origin } = request.headers;
    const isOurs = origin === undefined ? !isEmbeddedElsewhere(request) : origins.includes(origin);
    if (isOurs) return;
    const from = origin ?? 'other sites';
    await reply.code(403).send({ error: `requests from ${from} are not accepted; open ${publicUrl}` });
  };
}

/**
 * A page elsewhere, on another host of the same site too, loads this as its image, script or the like: no origin is
 * named then. A link that somebody follows passes; what it opens is not that page's to read.
 */
function isEmbeddedElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return (site === 'cross-site' || site === 'same-site') && headers['sec-fetch-mode'] !== 'navigate';
}
