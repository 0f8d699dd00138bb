import { user } from '@sodate/database/schema/user';
import { asId } from '@sodate/journey/id';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Assignment } from './find-assignment.ts';

/** The name of who had it before, where nobody signs in as them any more: it cannot go back to them. */
export async function findGoneOwner({
  context,
  given: { detail },
}: {
  context: Context;
  given: Pick<Assignment, 'detail'>;
}): Promise<string | undefined> {
  if (detail.from === undefined) return undefined;
  const [found] = await context.database
    .select({ name: user.name })
    .from(user)
    .where(and(eq(user.id, asId<'user'>(detail.from)), eq(user.banned, true)));
  return found?.name;
}
