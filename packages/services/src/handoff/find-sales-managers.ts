import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Those who choose owners and answer for deadlines: the sales managers, and the admins where there are none. */
export async function findSalesManagers({ context }: { context: Context }): Promise<readonly UserId[]> {
  const people = await context.database
    .select({ id: user.id, role: user.role })
    .from(user)
    .where(and(inArray(user.role, ['sales-manager', 'admin']), eq(user.banned, false)));
  const managers = people.filter(({ role }) => role === 'sales-manager');
  return (managers.length > 0 ? managers : people).map(({ id }) => id);
}
