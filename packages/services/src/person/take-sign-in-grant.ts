import { verification } from '@sodate/database/schema/user';
import type { Context } from '../context.ts';
import { isLiveLink, readGrant, type SignInGrant } from './one-time-link.ts';

/** Uses a one-time link up and says what it allows. Of two that come at once, one gets the grant. */
export async function takeSignInGrant({
  context,
  token,
}: {
  context: Context;
  token: string;
}): Promise<SignInGrant | undefined> {
  const [taken] = await context.database
    .delete(verification)
    .where(isLiveLink({ context, token }))
    .returning({ id: verification.id });
  return taken === undefined ? undefined : await readGrant({ context });
}
