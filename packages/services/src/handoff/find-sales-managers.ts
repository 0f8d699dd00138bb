import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { and, eq, inArray, or } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { isMadeUpAddress } from '../seed/sales-people.ts';

/**
 * Those who choose owners and answer for deadlines: the sales managers, and the admins where there are none. Somebody
 * made up by the seed hears of mails to nobody, so they never stand in the place of a real one; and what a made-up rep
 * has is told to made-up managers alone.
 */
export async function findSalesManagers({
  context,
  owner,
}: {
  context: Context;
  /** Whose hand-off it is; null: nobody's. */
  owner: UserId | null;
}): Promise<readonly UserId[]> {
  const leads = and(inArray(user.role, ['sales-manager', 'admin']), eq(user.banned, false));
  const rows = await context.database
    .select({ id: user.id, role: user.role, email: user.email, banned: user.banned })
    .from(user)
    .where(owner === null ? leads : or(leads, eq(user.id, owner)));
  const people = rows.filter(({ banned }) => !banned);
  const managers = people.filter(({ role }) => role === 'sales-manager');
  const madeUp = managers.filter(({ email }) => isMadeUpAddress(email));
  const isOwnerMadeUp = rows.some(({ id, email }) => id === owner && isMadeUpAddress(email));
  if (isOwnerMadeUp && madeUp.length > 0) return madeUp.map(({ id }) => id);
  const real = managers.filter((one) => !madeUp.includes(one));
  const answering = real.length > 0 ? real : people.filter(({ role }) => role === 'admin');
  return [...answering, ...madeUp].map(({ id }) => id);
}
