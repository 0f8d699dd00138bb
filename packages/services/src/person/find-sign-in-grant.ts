import { verification } from '@sodate/database/schema/user';
import type { Context } from '../context.ts';
import { isLiveLink, readGrant, type SignInGrant } from './one-time-link.ts';

/** What a one-time link's token allows, without using it up; undefined where it is unknown, used or over. */
export async function findSignInGrant({
  context,
  token,
}: {
  context: Context;
  token: string;
}): Promise<SignInGrant | undefined> {
  const [found] = await context.database
    .select({ id: verification.id })
    .from(verification)
    .where(isLiveLink({ context, token }));
  return found === undefined ? undefined : await readGrant({ context });
}
