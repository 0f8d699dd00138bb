import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** False for a deactivated or unknown person. A deactivated one keeps the row, for the trail, but gets no session. */
export async function maySignIn({ context, person }: { context: Context; person: UserId }): Promise<boolean> {
  const [row] = await context.database.select({ banned: user.banned }).from(user).where(eq(user.id, person));
  return row?.banned === false;
}
