import { type FirstTouch, type VisitorRow, visitor } from '@sodate/database/schema/lead';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * Another person uses this browser now: the old row stays with its lead and its events, and the cookie goes on with a
 * new row. Inside the transaction that holds the old row's lock.
 */
export async function startNewVisitor({
  context,
  old,
  firstTouch,
}: {
  context: Context;
  old: VisitorRow;
  firstTouch: FirstTouch;
}): Promise<VisitorRow> {
  // The old row keeps a name of its own: without one it would pass for the lead's standing row.
  const retired = `${old.anonymousId}~${old.id}`;
  await context.database.update(visitor).set({ anonymousId: retired }).where(eq(visitor.id, old.id));
  const [made] = await context.database
    .insert(visitor)
    .values({ anonymousId: old.anonymousId, firstTouch })
    .returning();
  if (made === undefined) throw new Error('a visitor could not be stored');
  return made;
}
