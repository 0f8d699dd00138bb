import type { FastifyReply, FastifyRequest } from 'fastify';
import { originsOf } from '../auth.ts';

/** A hook: a page elsewhere can neither change nor read anything here, nor hold a stream open, by our people's cookies. */
export function refuseForeignPages({ publicUrl }: { publicUrl: string }) {
  const origins = originsOf(publicUrl);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { origin } = request.headers;
    if (origin === undefined || origins.includes(origin)) return;
    await reply.code(403).send({ error: `requests from ${origin} are not accepted; open ${publicUrl}` });
  };
}
