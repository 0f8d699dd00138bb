import { rightNow } from '@sodate/database/columns';
import { type FirstTouch, type VisitorRow, visitor } from '@sodate/database/schema/lead';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * Locks the browser of this cookie for the open transaction, and makes its row at the first sight of it. Visitors are
 * locked before leads.
 * @param firstTouch how it came, kept for ever; taken only where the row is made
 */
export async function lockVisitor({
  context,
  anonymousId,
  firstTouch,
}: {
  context: Context;
  anonymousId: string;
  firstTouch: FirstTouch;
}): Promise<VisitorRow> {
  const found = await lockRow({ context, anonymousId });
  if (found !== undefined) return found;
  await context.database.insert(visitor).values({ anonymousId, firstTouch }).onConflictDoNothing();
  const made = await lockRow({ context, anonymousId });
  if (made === undefined) throw new Error('a visitor vanished between two statements');
  return made;
}

async function lockRow({ context, anonymousId }: { context: Context; anonymousId: string }) {
  const [row] = await context.database
    .select()
    .from(visitor)
    .where(eq(visitor.anonymousId, anonymousId))
    .for('no key update');
  return row;
}

/** Notes that the browser is there; at most once a minute, since each page would otherwise rewrite three indexes. */
export async function touchVisitor({ context, row }: { context: Context; row: VisitorRow }): Promise<void> {
  const stale = lt(visitor.lastSeenAt, sql`${rightNow} - interval '1 minute'`);
  await context.database
    .update(visitor)
    .set({ lastSeenAt: rightNow })
    .where(and(eq(visitor.id, row.id), stale));
}
