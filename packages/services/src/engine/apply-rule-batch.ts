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
import { lockPassage } from './lock-passage.ts';

const rowsATime = 500;

/**
 * Goes over rows that have not seen their journey's newest rule, 500 in one transaction with their leads locked in
 * order. Whoever touched a row first has applied it; here the rest follow. Gives how many rows were gone over.
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
  const done = await inTransaction({ context }, (inner) => applyToSome({ context: inner, ...pending }));
  await crashPoint('batch.mid');
  if (done === 0) await markDone({ context, ...pending });
  return Math.max(1, done);
}

async function applyToSome({
  context,
  journey: id,
  rule,
}: {
  context: Context;
  journey: JourneyId;
  rule: number;
}): Promise<number> {
  const rows = await context.database
    .select({ id: enrollment.id, lead: enrollment.leadId })
    .from(enrollment)
    .where(and(eq(enrollment.journeyId, id), lt(enrollment.ruleSeen, rule), ne(enrollment.state, 'ended')))
    .orderBy(asc(enrollment.ruleSeen), asc(enrollment.id))
    .limit(rowsATime);
  if (rows.length === 0) return 0;
  const leads = rows.map((row) => row.lead);
  await context.database
    .select({ id: lead.id })
    .from(lead)
    .where(inArray(lead.id, leads))
    .orderBy(asc(lead.id))
    .for('no key update');
  for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) await applyToOne({ context, row });
  return rows.length;
}

async function applyToOne({
  context,
  row: { id },
}: {
  context: Context;
  row: Pick<EnrollmentRow, 'id'>;
}): Promise<void> {
  const locked = await lockPassage({ context, enrollment: id });
  if (!locked || locked.row.state === 'ended' || locked.row.ruleSeen >= locked.journey.rule) return;
  const before = locked.row;
  if (await isInTheAir({ context, row: before })) return nudgeAnyway({ context, row: before });
  const after = await applyPendingRules({ context, locked, workflow: 'close' });
  if (mustLookAgain({ before, after, now: locked.now, lastEvent: locked.lead.lastEvent }))
    await nudge({ context, rows: [after] });
}

/** A claimed effect lands first; the look that records it applies the rule. Marked as seen by that look alone. */
async function nudgeAnyway({ context, row }: { context: Context; row: EnrollmentRow }): Promise<void> {
  await context.database.update(enrollment).set({ lookAt: rightNow }).where(eq(enrollment.id, row.id));
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
