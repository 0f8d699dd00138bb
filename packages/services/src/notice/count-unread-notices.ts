import { notice } from '@sodate/database/schema/organisation';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { requirePerson } from '../person/require-person.ts';

/** How many notices the person has not read; counted to 100. */
export async function countUnreadNotices({ context }: { context: Context }): Promise<number> {
  const unread = context.database
    .select({ one: sql`1`.as('one') })
    .from(notice)
    .where(and(eq(notice.userId, requirePerson(context)), isNull(notice.readAt)))
    .limit(100)
    .as('unread');
  const [row] = await context.database.select({ count: sql<number>`count(*)::int` }).from(unread);
  return row?.count ?? 0;
}
