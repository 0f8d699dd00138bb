import { type EnrollmentRow, enrollment } from '@sodate/database/schema/enrollment';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { type LockedPassage, lockPassage } from '../engine/lock-passage.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { enrollmentEnded, type enrollmentInput, enrollmentMissing } from './enrollment-input.ts';
import { nudge } from './nudge.ts';

export interface ChangingPassage {
  readonly context: Context;
  readonly input: z.infer<typeof enrollmentInput>;
}

/** Changes an open passage under its locks, and records who did what. @throws RequestError 'not-found', 'conflict'. */
export async function changeOpen(
  { context, input, action }: ChangingPassage & { readonly action: string },
  change: (given: { context: Context; locked: LockedPassage }) => Promise<EnrollmentRow>,
): Promise<EnrollmentRow> {
  return inTransaction({ context }, async (inner) => {
    const locked = await lockPassage({ context: inner, enrollment: input.enrollment });
    if (!locked) throw enrollmentMissing();
    if (locked.row.state === 'ended') throw enrollmentEnded();
    const changed = await change({ context: inner, locked });
    await writeAudit({ context: inner, line: { action, subject: 'enrollment', subjectId: locked.row.id } });
    return changed;
  });
}

/** @throws RequestError 'conflict' where it is not stuck. */
export function assertStuck(locked: LockedPassage): LockedPassage {
  if (locked.row.state === 'stuck') return locked;
  throw conflict({ ja: 'このリードは止まっていません。', en: 'This lead is not stuck.' });
}

/** A stuck passage goes on in `state`; its workflow is told. Under the lead's lock. */
export async function resumePassage({
  context,
  row,
  state,
}: {
  context: Context;
  row: EnrollmentRow;
  state: 'acting' | 'moving' | 'resting';
}): Promise<EnrollmentRow> {
  const resumed = await updatePassage({
    context,
    row,
    values: { state, stuckWhy: null, rest: row.rest + 1, nudgedAt: null },
  });
  await nudge({ context, rows: [resumed] });
  return resumed;
}

export async function updatePassage({
  context,
  row,
  values,
}: {
  context: Context;
  row: EnrollmentRow;
  values: Partial<EnrollmentRow>;
}): Promise<EnrollmentRow> {
  const [updated] = await context.database.update(enrollment).set(values).where(eq(enrollment.id, row.id)).returning();
  if (!updated) throw enrollmentMissing();
  return updated;
}
