import { asId } from '@sodate/journey/id';
import type { Actor, Context } from '@sodate/services/context';
import type { Auth } from './auth.ts';
import type { RequestContext } from './procedures/procedure.ts';

/** Reads the session cookie: who is asking. Read from the database each time, so that a changed role holds at once. */
export async function readRequestContext({
  auth,
  context,
  given,
  headers,
}: {
  auth: Auth;
  context: Context;
  /** What is the same for every request. */
  given: Pick<RequestContext, 'mailing' | 'askPage' | 'temporalAddress'>;
  headers: Headers;
}): Promise<RequestContext> {
  const session = headers.has('cookie') ? await auth.api.getSession({ headers }) : null;
  if (session === null || session.user.banned === true) return { ...given, context, signedIn: false };
  const { id, role, language } = session.user;
  const actor = { kind: 'user', id: asId(id), role, language } as Actor;
  // A stream outlives the pool it began with: the database stays that of the moment.
  const own: Context = Object.defineProperties({ ...context, actor }, { database: { get: () => context.database } });
  return { ...given, context: own, signedIn: true };
}
