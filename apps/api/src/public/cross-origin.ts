import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Lets the page that sent a request read its answer. Any site may: the answer holds nothing secret, and which sites a
 * key is good for is judged by the key, which a preflight does not show.
 */
export function allowOrigin({ request, reply }: { request: FastifyRequest; reply: FastifyReply }): void {
  const { origin } = request.headers;
  reply.header('cross-origin-resource-policy', 'cross-origin');
  if (origin === undefined) return;
  reply.header('access-control-allow-origin', origin);
  // A beacon carries cookies along; without this the browser would report an error for each.
  reply.header('access-control-allow-credentials', 'true');
  reply.header('vary', 'Origin');
}

export async function answerPreflight(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  allowOrigin({ request, reply });
  reply.header('access-control-allow-methods', 'POST');
  reply.header('access-control-allow-headers', 'authorization, content-type');
  reply.header('access-control-max-age', '86400');
  return reply.code(204).send();
}
