import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The marketers, and the admins where there are none. */
export async function readPublishers({ database }: Context): Promise<readonly UserId[]> {
  const rows = await database
    .select({ id: user.id, role: user.role })
    .from(user)
    .where(and(inArray(user.role, ['marketer', 'admin']), eq(user.banned, false)));
  const marketers = rows.filter(({ role }) => role === 'marketer');
  return (marketers.length > 0 ? marketers : rows).map(({ id }) => id);
}
