import { rightNow } from '@sodate/database/columns';
import { type HandoffRow, handoff, handoffEntry } from '@sodate/database/schema/handoff';
import type { HandoffId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';
import { writeOutbox } from '../enrollment/write-outbox.ts';
import { inTransaction } from '../transaction.ts';
import { handoffMissing } from './handoff-input.ts';
import { type LockedHandoff, lockHandoff } from './lock-handoff.ts';
import { markNoticesOf } from './mark-notices-of.ts';

export type HandoffEntryKind = (typeof handoffEntry.$inferInsert)['kind'];

export type HandoffEntryId = (typeof handoffEntry.$inferSelect)['id'];

/** Runs `change` with the lead and then the hand-off locked. @throws RequestError 'not-found'. */
export async function changeHandoff<Result>(
  { context, handoff: id }: { context: Context; handoff: HandoffId },
  change: (given: { context: Context; locked: LockedHandoff }) => Promise<Result>,
): Promise<Result> {
  return inTransaction({ context }, async (inner) => {
    const locked = await lockHandoff({ context: inner, handoff: id });
    if (!locked) throw handoffMissing();
    const { actor } = inner;
    // Whoever acts on a hand-off need not be told of it again.
    if (actor.kind === 'user') await markNoticesOf({ context: inner, row: locked.row, reader: actor.id });
    return change({ context: inner, locked });
  });
}

/**
 * A new rest of the row: its timer looks again, though it was stuck, and ends or rests until the new time. The caller
 * holds the locks.
 */
export async function writeHandoff({
  context,
  row,
  values,
}: {
  context: Context;
  row: HandoffRow;
  values: Partial<HandoffRow>;
}): Promise<HandoffRow> {
  const rest = row.rest + 1;
  const [written] = await context.database
    .update(handoff)
    .set({ ...values, rest, stuckWhy: null, stuckAt: null, nudgedAt: rightNow, lookAt: rightNow })
    .where(eq(handoff.id, row.id))
    .returning();
  if (!written) throw handoffMissing();
  await writeOutbox({
    context,
    rows: [
      {
        priority: row.test ? priorities.test : priorities.handoff,
        body: { kind: 'nudge-handoff', handoff: row.id, rest },
      },
    ],
  });
  return written;
}

/** A line in the log of conversations, by whoever acts; gives which. */
export async function writeEntry({
  context,
  row,
  kind,
  detail = {},
}: {
  context: Context;
  row: Pick<HandoffRow, 'id'>;
  kind: HandoffEntryKind;
  detail?: Readonly<Record<string, string>>;
}): Promise<HandoffEntryId> {
  const { actor } = context;
  const [written] = await context.database
    .insert(handoffEntry)
    .values({ handoffId: row.id, userId: actor.kind === 'user' ? actor.id : null, kind, detail })
    .returning({ id: handoffEntry.id });
  if (!written) throw new Error(`nothing was written about hand-off ${row.id}`);
  return written.id;
}
