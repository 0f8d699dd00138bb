import type { Context } from '@sodate/services/context';
import { takeSignInGrant } from '@sodate/services/person/take-sign-in-grant';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** Adds `GET /auth/link?token=…`: uses a one-time link up, starts the first admin's session and goes home. */
export function signInLink({ context }: { context: Context }) {
  return {
    id: 'sign-in-link',
    endpoints: {
      useSignInLink: createAuthEndpoint(
        '/link',
        { method: 'GET', query: z.object({ token: z.string().max(200) }) },
        async (request) => {
          const grant = await takeSignInGrant({ context, token: request.query.token });
          if (grant?.kind !== 'sign-in') throw request.redirect('/sign-in?link=over');
          const { internalAdapter } = request.context;
          const user = await internalAdapter.findUserById(grant.user);
          if (user === null) throw request.redirect('/sign-in?link=over');
          const session = await internalAdapter.createSession(grant.user);
          await setSessionCookie(request, { session, user });
          throw request.redirect('/');
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
