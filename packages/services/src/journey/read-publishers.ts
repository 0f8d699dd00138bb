import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { isMadeUpAddress } from '../seed/sales-people.ts';

/** The marketers, and the admins where there are none; people whom the seed made up only where nobody else is there. */
export async function readPublishers({ database }: Context): Promise<readonly UserId[]> {
  const rows = await database
    .select({ id: user.id, role: user.role, email: user.email })
    .from(user)
    .where(and(inArray(user.role, ['marketer', 'admin']), eq(user.banned, false)));
  const real = rows.filter(({ email }) => !isMadeUpAddress(email));
  const people = real.length > 0 ? real : rows;
  const marketers = people.filter(({ role }) => role === 'marketer');
  return (marketers.length > 0 ? marketers : people).map(({ id }) => id);
}
