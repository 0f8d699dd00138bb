import type { Context } from '@sodate/services/context';
import { findSignInGrant } from '@sodate/services/person/find-sign-in-grant';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Auth, authPaths } from '../auth.ts';
import { isLoopback } from './is-loopback.ts';
import { refuseForeignPages } from './refuse-foreign-pages.ts';
import { toWebHeaders } from './to-web-headers.ts';

/** Sign-in and sign-out at /auth, and the one-time link at /auth-link. */
export function mountAuth({ server, auth, context }: { server: FastifyInstance; auth: Auth; context: Context }): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/auth/*',
    onRequest: refuseForeignPages(context),
    config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    handler: async (request, reply) => {
      const url = new URL(request.url, context.publicUrl);
      if (!authPaths.has(url.pathname)) return reply.code(404).send({ error: 'not found' });
      if (url.pathname === '/auth/link' && !isLoopback(request)) return reply.redirect('/sign-in?link=elsewhere');
      return await passOn({ auth, url, request, reply });
    },
  });

  server.get('/auth-link', { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }, async (request, reply) => {
    const { token } = request.query as { token?: string };
    if (!isLoopback(request)) return reply.redirect('/sign-in?link=elsewhere');
    const grant = typeof token === 'string' ? await findSignInGrant({ context, token }) : undefined;
    if (grant === undefined) return reply.redirect('/sign-in?link=over');
    const page = grant.kind === 'set-up' ? '/set-up' : '/auth/link';
    return reply.redirect(`${page}?token=${encodeURIComponent(String(token))}`);
  });
}

/** What our pages send: a session's length, an address to go on to and the like are not for the asker to choose. */
const fields = ['email', 'password', 'currentPassword', 'newPassword', 'revokeOtherSessions'];

/** Hands a request to better-auth and its answer back. Each cookie is a header of its own. */
async function passOn({
  auth,
  url,
  request,
  reply,
}: {
  auth: Auth;
  url: URL;
  request: FastifyRequest;
  reply: FastifyReply;
}) {
  const body = request.method === 'POST' ? JSON.stringify(pickFields(request.body)) : undefined;
  const headers = toWebHeaders(request.headers);
  headers.delete('content-length');
  const answer = await auth.handler(
    new Request(url, { method: request.method, headers, ...(body === undefined ? {} : { body }) }),
  );
  reply.code(answer.status);
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply.send(answer.body === null ? null : await answer.text());
}

function pickFields(body: unknown): object {
  const given = Object.entries(typeof body === 'object' && body !== null ? body : {});
  return Object.fromEntries(given.filter(([name]) => fields.includes(name)));
}
