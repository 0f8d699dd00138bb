import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, effect, enrollment, step } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import type { EndReason } from '@sodate/journey/interpret/passage';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';
import { writeOutbox } from '../enrollment/write-outbox.ts';
import type { LockedPassage } from './lock-passage.ts';
import { announceEnd } from './write-hop.ts';

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
  /** 'close' where nobody else will tell the workflow; 'knows' inside its own look. */
  workflow: 'close' | 'knows';
}): Promise<EnrollmentRow> {
  const { row } = locked;
  if (row.state === 'ended') return row;
  if (await isInTheAir({ context, row })) {
    return update({ context, row, values: { leaving: reason, rest: row.rest + 1 } });
  }
  await dropWaiting({ context, row });
  const ended = await update({
    context,
    row,
    values: {
      state: 'ended',
      reason,
      hop: row.hop + 1,
      rest: row.rest + 1,
      until: null,
      lookAt: null,
      nudgedAt: null,
      leaving: null,
      endedAt: locked.realNow,
    },
  });
  await context.database.insert(step).values({
    enrollmentId: row.id,
    hop: ended.hop,
    journeyId: row.journeyId,
    fromOp: row.op,
    fromNode: row.node,
    outcome: reason,
    visit: row.visit,
    dueAt: locked.now,
    at: locked.now,
    test: row.test,
  });
  if (workflow === 'close') await closeWorkflow({ context, row });
  await announceEnd({ context, row: ended, locked });
  return ended;
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

async function update({
  context,
  row,
  values,
}: {
  context: Context;
  row: EnrollmentRow;
  values: Partial<EnrollmentRow>;
}): Promise<EnrollmentRow> {
  const [updated] = await context.database.update(enrollment).set(values).where(eq(enrollment.id, row.id)).returning();
  if (!updated) throw new Error(`enrollment ${row.id} vanished under its lock`);
  return updated;
}
