import { rightNow } from '@sodate/database/columns';
import { type BulkEnrolmentRow, bulkEnrolment, type RefusedCounts } from '@sodate/database/schema/bulk-enrolment';
import { journey } from '@sodate/database/schema/journey';
import { statement } from '@sodate/database/statement';
import type { LeadId } from '@sodate/journey/id';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { crashPoint } from '../engine/crash-point.ts';
import { priorities } from '../enrollment/nudge.ts';
import { leadFilterInput, leadFilterSql } from '../lead/lead-filter.ts';
import { inTransaction } from '../transaction.ts';
import { enrolSlice } from './enrol-slice.ts';
import { findSlice, leadsASlice } from './find-slice.ts';

/** Starts of bulk enrolments that may lie in the outbox: more would only wait there, and in Temporal. */
export const mostStartsWaiting = 5_000;

const turnLock = 7_139;

/** worked: another turn at once. full: the relay must catch up first. idle: nobody is to be let in. */
export type Turn = 'worked' | 'full' | 'idle';

/**
 * One turn of the bulk enrolment that has waited longest: a slice of its leads enters, and its cursor moves in the same
 * transaction, so that a turn that dies is made again as if it had not begun. One worker at a time.
 */
export async function runBulkEnrolment({ context }: { context: Context }): Promise<Turn> {
  // Asked every second, mostly in vain: one statement, no transaction.
  const [running] = await findRunning({ database: context.database, values: {} });
  if (running === undefined) return 'idle';
  if (running.expected === null) {
    await countLeads({ context, job: running });
    return 'worked';
  }
  const turn = await inTransaction({ context }, async (inner): Promise<Turn> => {
    const [lock] = await inner.database.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(${turnLock}) as mine`,
    );
    if (!lock?.mine) return 'idle';
    const job = await findNext({ context: inner });
    if (job === undefined) return 'idle';
    if (await isOutboxFull({ context: inner })) return 'full';
    await takeTurn({ context: inner, job });
    return 'worked';
  });
  await crashPoint('batch.mid');
  return turn;
}

/** A running one; those whose leads have not been counted first. */
const findRunning = statement<object>()((database) =>
  database
    .select({
      id: bulkEnrolment.id,
      filter: bulkEnrolment.filter,
      lastLead: bulkEnrolment.lastLead,
      expected: bulkEnrolment.expected,
    })
    .from(bulkEnrolment)
    .where(eq(bulkEnrolment.state, 'running'))
    .orderBy(sql`${bulkEnrolment.expected} nulls first`)
    .limit(1),
);

/** How many leads fit is found out once, beforehand: a statement that may take its time holds no lock. */
async function countLeads({
  context,
  job,
}: {
  context: Context;
  job: Pick<BulkEnrolmentRow, 'id' | 'filter' | 'lastLead'>;
}): Promise<void> {
  const fits = await leadFilterSql({ context, filter: leadFilterInput.parse(job.filter) });
  const [row] = await context.database.execute<{ count: number }>(sql`
    select count(*)::int as count from lead l left join lead_score s on s.lead_id = l.id
    where l.id <= ${job.lastLead}::uuid and ${fits}`);
  await context.database
    .update(bulkEnrolment)
    .set({ expected: row?.count ?? 0 })
    .where(eq(bulkEnrolment.id, job.id));
}

/** Paused journeys wait. */
async function findNext({ context }: { context: Context }): Promise<BulkEnrolmentRow | undefined> {
  const [found] = await context.database
    .select({ job: bulkEnrolment })
    .from(bulkEnrolment)
    .innerJoin(journey, eq(journey.id, bulkEnrolment.journeyId))
    .where(and(eq(bulkEnrolment.state, 'running'), ne(journey.state, 'paused')))
    .orderBy(asc(bulkEnrolment.turnAt))
    .limit(1)
    .for('update', { of: bulkEnrolment });
  return found?.job;
}

async function isOutboxFull({ context }: { context: Context }): Promise<boolean> {
  const most = mostStartsWaiting - leadsASlice;
  const [row] = await context.database.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from (
      select from outbox where priority = ${priorities.bulk} limit ${most + 1}
    ) starts`);
  return (row?.waiting ?? 0) > most;
}

async function takeTurn({ context, job }: { context: Context; job: BulkEnrolmentRow }): Promise<void> {
  if (job.lastLead === null) return end({ context, job, values: { state: 'done' } });
  const { leads, upTo } = await findSlice({ context, job: { ...job, lastLead: job.lastLead } });
  const sliced = await enrolSlice({ context, journey: job.journeyId, leads });
  if (sliced.kind === 'let-in') return advance({ context, job, upTo, ...sliced });
  // A pause came in between: the next turn passes this one over until the journey is live again.
  if (sliced.why === 'paused') return;
  await end({ context, job, values: { state: 'ended', endedWhy: sliced.why } });
}

async function advance({
  context,
  job,
  upTo,
  entered,
  refused,
}: {
  context: Context;
  job: BulkEnrolmentRow;
  upTo: LeadId;
  entered: number;
  refused: RefusedCounts;
}): Promise<void> {
  const sums: Record<string, number> = { ...job.refused };
  for (const [why, count] of Object.entries(refused)) sums[why] = (sums[why] ?? 0) + count;
  await context.database
    .update(bulkEnrolment)
    .set({ afterLead: upTo, entered: job.entered + entered, refused: sums, turnAt: rightNow })
    .where(eq(bulkEnrolment.id, job.id));
  if (upTo === job.lastLead) await end({ context, job, values: { state: 'done' } });
}

async function end({
  context,
  job,
  values,
}: {
  context: Context;
  job: BulkEnrolmentRow;
  values: Pick<Partial<BulkEnrolmentRow>, 'state' | 'endedWhy'>;
}): Promise<void> {
  await context.database
    .update(bulkEnrolment)
    .set({ ...values, endedAt: rightNow })
    .where(eq(bulkEnrolment.id, job.id));
}
