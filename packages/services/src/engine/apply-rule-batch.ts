import { rightNow } from '@sodate/database/columns';
import { enrollment } from '@sodate/database/schema/enrollment';
import { journey, journeyRule } from '@sodate/database/schema/journey';
import type { EnrollmentId, JourneyId } from '@sodate/journey/id';
import { sameText } from '@sodate/journey/text';
import { and, asc, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { nudge } from '../enrollment/nudge.ts';
import { inTransaction } from '../transaction.ts';
import { applyPendingRules } from './apply-rules.ts';
import { changeRowsByRules } from './change-rows-by-rules.ts';
import { crashPoint } from './crash-point.ts';
import { isInTheAir } from './end-passage.ts';
import { isInfrastructureFault } from './infrastructure-fault.ts';
import { lockPassage } from './lock-passage.ts';
import { markStuck } from './mark-stuck.ts';
import { mustLookAgain } from './must-look-again.ts';
import { readVersion } from './read-version.ts';

/** Their leads are locked for as long as one statement over so many rows takes. */
const rowsATime = 250;
/** Each end is an event too, which takes a statement of its own. */
const endsATime = 50;

/**
 * Goes over rows that have not seen their journey's newest rule, many in one transaction with their leads locked in
 * order: at first those that stay where they are, or end, by a few statements for all, then those that arrive somewhere,
 * one by one. Whoever touched a row first has applied it; here the rest follow. Gives how much was done: 0 where nothing
 * is left to do, or every row left has an effect in the air.
 */
export async function applyRuleBatch({ context }: { context: Context }): Promise<number> {
  const [pending] = await context.database
    .select({ journey: journeyRule.journeyId, rule: journey.rule, ends: endsLeads })
    .from(journeyRule)
    .innerJoin(journey, eq(journey.id, journeyRule.journeyId))
    .where(isNull(journeyRule.doneAt))
    .orderBy(asc(journeyRule.at))
    .limit(1);
  if (!pending) return 0;
  const { found, changed, others } = await inTransaction({ context }, (inner) =>
    changeSome({ context: inner, ...pending }),
  );
  if (changed > 0) return changed;
  if (found > 0) return applyToOthers({ context, others, rule: pending.rule });
  await markDone({ context, ...pending });
  return 1;
}

/** Whether one of the journey's rules that are not done ends those whom it reaches. */
const endsLeads = sql<boolean>`exists (
  select from ${journeyRule} other
  where other.journey_id = ${journeyRule.journeyId} and other.done_at is null and other.body ->> 'kind' = 'stop')`;

async function changeSome({
  context,
  journey: id,
  rule,
  ends,
}: {
  context: Context;
  journey: JourneyId;
  rule: number;
  ends: boolean;
}): Promise<{ found: number; changed: number; others: readonly EnrollmentId[] }> {
  const rows = await context.database
    .select({ id: enrollment.id, lead: enrollment.leadId })
    .from(enrollment)
    .where(and(eq(enrollment.journeyId, id), lt(enrollment.ruleSeen, rule), ne(enrollment.state, 'ended')))
    .orderBy(asc(enrollment.ruleSeen), asc(enrollment.id))
    .limit(ends ? endsATime : rowsATime);
  if (rows.length === 0) return { found: 0, changed: 0, others: [] };
  const made = await changeRowsByRules({ context, journey: id, found: rows });
  await crashPoint('batch.mid');
  return { found: rows.length, ...made };
}

/** One after another, each in a transaction of its own: an arrival takes a dozen statements. */
async function applyToOthers({
  context,
  others,
  rule,
}: {
  context: Context;
  others: readonly EnrollmentId[];
  rule: number;
}): Promise<number> {
  let applied = 0;
  for (const id of others) {
    if (await applySafely({ context, id, rule })) applied++;
    await crashPoint('batch.mid');
  }
  return applied;
}

/** One row that cannot be brought along is stuck, for a person to see; the others go on. */
async function applySafely({
  context,
  id,
  rule,
}: {
  context: Context;
  id: EnrollmentId;
  rule: number;
}): Promise<boolean> {
  try {
    return await inTransaction({ context }, (inner) => applyToOne({ context: inner, id }));
  } catch (error) {
    if (isInfrastructureFault(error)) throw error;
    context.logger.error({ enrollment: id, error }, 'a rule could not be applied');
    await inTransaction({ context }, async (inner) => {
      const locked = await lockPassage({ context: inner, enrollment: id });
      if (!locked || locked.row.state === 'ended') return;
      const message = error instanceof Error ? error.message : String(error);
      await markStuck({ context: inner, locked, why: { kind: 'fault', error: sameText(message) } });
      await inner.database.update(enrollment).set({ ruleSeen: rule }).where(eq(enrollment.id, id));
    });
    return true;
  }
}

async function applyToOne({ context, id }: { context: Context; id: EnrollmentId }): Promise<boolean> {
  const locked = await lockPassage({ context, enrollment: id });
  if (!locked || locked.row.state === 'ended' || locked.row.ruleSeen >= locked.journey.rule) return true;
  const before = locked.row;
  // It lands first; the look that records it applies the rule.
  if (await isInTheAir({ context, row: before })) return false;
  const after = await applyPendingRules({ context, locked, workflow: 'close' });
  const version = await readVersion({ context, id: after.versionId });
  if (mustLookAgain({ before, after, now: locked.now, lastEvent: locked.lead.lastEvent, version }))
    await nudge({ context, rows: [after], priority: 'bulk' });
  return true;
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
