import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, effect, enrollment } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import type { EndReason } from '@sodate/journey/interpret/passage';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';
import { writeOutbox } from '../enrollment/write-outbox.ts';
import { type Ending, endPassages } from './end-passages.ts';
import type { LockedPassage } from './lock-passage.ts';

/**
 * Ends a passage from outside (stop, removal, merge, erasure): at once, or, where an effect is in the air, once that
 * has landed. The caller holds the lead's lock. Gives the row as it now stands.
 */
export async function endPassage({
  context,
  locked,
  reason,
  workflow,
}: {
  context: Context;
  locked: LockedPassage;
  reason: EndReason;
  workflow: Ending['workflow'];
}): Promise<EnrollmentRow> {
  const { row } = locked;
  if (row.state === 'ended') return row;
  if (await isInTheAir({ context, row })) return markLeaving({ context, row, reason });
  await endPassages({ context, rows: [row], reason, now: locked.realNow, workflow });
  return readAgain({ context, row });
}

/** Ends the workflow of a passage that ended outside its own look. */
export async function closeWorkflow({ context, row }: { context: Context; row: EnrollmentRow }): Promise<void> {
  await writeOutbox({ context, rows: [{ priority: priorities.bulk, body: { kind: 'close', enrollment: row.id } }] });
}

/** Whether an effect of the passage is claimed: it may be on its way. Locks it. */
export async function isInTheAir({ context, row }: { context: Context; row: EnrollmentRow }): Promise<boolean> {
  const claimed = await context.database
    .select({ key: effect.key })
    .from(effect)
    .where(and(eq(effect.enrollmentId, row.id), eq(effect.state, 'claimed')))
    .for('update');
  return claimed.length > 0;
}

/** A waiting effect of a lead that leaves or moves on is dropped; one that is claimed stays in the air. */
export async function dropWaiting({ context, row }: { context: Context; row: EnrollmentRow }): Promise<void> {
  await dropWaitingOf({ database: context.database, values: { id: row.id } });
}

const dropWaitingOf = statement<Pick<EnrollmentRow, 'id'>>()((database, place) =>
  database
    .update(effect)
    .set({ state: 'dropped', settledAt: rightNow })
    .where(and(eq(effect.enrollmentId, place('id', effect.enrollmentId)), eq(effect.state, 'waiting')))
    .returning({ key: effect.key }),
);

async function markLeaving({
  context,
  row,
  reason,
}: {
  context: Context;
  row: EnrollmentRow;
  reason: EndReason;
}): Promise<EnrollmentRow> {
  await context.database
    .update(enrollment)
    .set({ leaving: reason, rest: row.rest + 1 })
    .where(eq(enrollment.id, row.id));
  return readAgain({ context, row });
}

async function readAgain({ context, row }: { context: Context; row: EnrollmentRow }): Promise<EnrollmentRow> {
  const [found] = await context.database.select().from(enrollment).where(eq(enrollment.id, row.id));
  if (!found) throw new Error(`enrollment ${row.id} vanished under its lock`);
  return found;
}
