import type { HandoffRow } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { notifyPerson } from './notify-person.ts';

/** Tells those who can choose an owner that a hand-off has none: sales managers, and admins where there are none. */
export async function tellUnassigned({ context, row }: { context: Context; row: HandoffRow }): Promise<void> {
  const people = await context.database
    .select({ id: user.id, role: user.role })
    .from(user)
    .where(and(inArray(user.role, ['sales-manager', 'admin']), eq(user.banned, false)));
  const managers = people.filter(({ role }) => role === 'sales-manager');
  const told = managers.length > 0 ? managers : people;
  for (const { id } of told) await notifyPerson({ context, handoff: row, user: id, notice: 'unassigned' });
}
