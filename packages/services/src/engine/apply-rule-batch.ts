import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, enrollment } from '@sodate/database/schema/enrollment';
import { journey, journeyRule } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import type { JourneyId } from '@sodate/journey/id';
import { and, asc, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { nudge } from '../enrollment/nudge.ts';
import { inTransaction } from '../transaction.ts';
import { applyPendingRules } from './apply-rules.ts';
import { crashPoint } from './crash-point.ts';
import { isInTheAir } from './end-passage.ts';
import { isInfrastructureFault } from './infrastructure-fault.ts';
import { lockPassage } from './lock-passage.ts';
import { markStuck } from './mark-stuck.ts';

const rowsATime = 500;

/**
 * Goes over rows that have not seen their journey's newest rule, 500 in one transaction with their leads locked in
 * order. Whoever touched a row first has applied it; here the rest follow. Gives how much was done: 0 where nothing is
 * left to do, or every row left has an effect in the air.
 */
export async function applyRuleBatch({ context }: { context: Context }): Promise<number> {
  const [pending] = await context.database
    .select({ journey: journeyRule.journeyId, rule: journey.rule })
    .from(journeyRule)
    .innerJoin(journey, eq(journey.id, journeyRule.journeyId))
    .where(isNull(journeyRule.doneAt))
    .orderBy(asc(journeyRule.at))
    .limit(1);
  if (!pending) return 0;
  const { found, applied } = await inTransaction({ context }, (inner) => applyToSome({ context: inner, ...pending }));
  if (found > 0) return applied;
  await markDone({ context, ...pending });
  return 1;
}

async function applyToSome({
  context,
  journey: id,
  rule,
}: {
  context: Context;
  journey: JourneyId;
  rule: number;
}): Promise<{ found: number; applied: number }> {
  const rows = await context.database
    .select({ id: enrollment.id, lead: enrollment.leadId })
    .from(enrollment)
    .where(and(eq(enrollment.journeyId, id), lt(enrollment.ruleSeen, rule), ne(enrollment.state, 'ended')))
    .orderBy(asc(enrollment.ruleSeen), asc(enrollment.id))
    .limit(rowsATime);
  if (rows.length === 0) return { found: 0, applied: 0 };
  const leads = rows.map((row) => row.lead);
  await context.database
    .select({ id: lead.id })
    .from(lead)
    .where(inArray(lead.id, leads))
    .orderBy(asc(lead.id))
    .for('no key update');
  let applied = 0;
  for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (await applySafely({ context, row, rule })) applied++;
    await crashPoint('batch.mid');
  }
  return { found: rows.length, applied };
}

/** One row that cannot be brought along is stuck, for a person to see; the others go on. */
async function applySafely({
  context,
  row,
  rule,
}: {
  context: Context;
  row: Pick<EnrollmentRow, 'id'>;
  rule: number;
}): Promise<boolean> {
  try {
    return await context.database.transaction((database) => applyToOne({ context: { ...context, database }, row }));
  } catch (error) {
    if (isInfrastructureFault(error)) throw error;
    context.logger.error({ enrollment: row.id, error }, 'a rule could not be applied');
    const locked = await lockPassage({ context, enrollment: row.id });
    if (!locked || locked.row.state === 'ended') return true;
    const message = error instanceof Error ? error.message : String(error);
    await markStuck({ context, locked, why: { kind: 'fault', error: message } });
    await context.database.update(enrollment).set({ ruleSeen: rule }).where(eq(enrollment.id, row.id));
    return true;
  }
}

async function applyToOne({
  context,
  row: { id },
}: {
  context: Context;
  row: Pick<EnrollmentRow, 'id'>;
}): Promise<boolean> {
  const locked = await lockPassage({ context, enrollment: id });
  if (!locked || locked.row.state === 'ended' || locked.row.ruleSeen >= locked.journey.rule) return true;
  const before = locked.row;
  // It lands first; the look that records it applies the rule.
  if (await isInTheAir({ context, row: before })) return false;
  const after = await applyPendingRules({ context, locked, workflow: 'close' });
  if (mustLookAgain({ before, after, now: locked.now, lastEvent: locked.lead.lastEvent }))
    await nudge({ context, rows: [after] });
  return true;
}

/** An earlier deadline, one that is due, an act to try, a hold that ended, or a listen that may be met already. */
function mustLookAgain({
  before,
  after,
  now,
  lastEvent,
}: {
  before: EnrollmentRow;
  after: EnrollmentRow;
  now: number;
  lastEvent: number;
}): boolean {
  if (after.state === 'ended') return false;
  if (after.state === 'moving' || after.state === 'acting' || before.heldBy !== null) return true;
  const earlier = after.until !== null && (before.until === null || after.until < before.until);
  const due = after.until !== null && after.until <= now;
  const changedListen = after.versionId !== before.versionId && lastEvent > after.arrivedEvent;
  return earlier || due || changedListen;
}

async function markDone({
  context,
  journey: id,
  rule,
}: {
  context: Context;
  journey: JourneyId;
  rule: number;
}): Promise<void> {
  await context.database
    .update(journeyRule)
    .set({ doneAt: rightNow })
    .where(and(eq(journeyRule.journeyId, id), isNull(journeyRule.doneAt), lt(journeyRule.number, rule + 1)));
}
