import { type HandoffRow, handoffEntry } from '@sodate/database/schema/handoff';
import { formatInstant } from '@sodate/journey/time/instant';
import { and, count, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { HandoffEntryId } from './change-handoff.ts';
import { notifyPerson } from './notify-person.ts';

/** Tells whoever has the hand-off that the time of the next contact has come: once each time that one was set. */
export async function tellContactDue({ context, row }: { context: Context; row: HandoffRow }): Promise<void> {
  if (row.ownerId === null) return;
  const at = row.nextContactAt === null ? '' : formatInstant(row.nextContactAt);
  const newest = sql<HandoffEntryId | null>`max(${handoffEntry.id}::text) filter (where ${handoffEntry.detail} ->> 'contactAt' = ${at})`;
  const [found] = await context.database
    .select({ occasion: count(), entry: newest })
    .from(handoffEntry)
    .where(and(eq(handoffEntry.handoffId, row.id), eq(handoffEntry.kind, 'contact-set')));
  await notifyPerson({
    context,
    handoff: row,
    user: row.ownerId,
    notice: 'contact-due',
    occasion: found?.occasion ?? 1,
    ...(row.nextContactNote === null || !found?.entry ? {} : { entry: found.entry }),
  });
}
