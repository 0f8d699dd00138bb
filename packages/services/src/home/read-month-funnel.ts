import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { byCost, keepAnswers } from '../keep-answers.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';

const reached = ['mql', 'sql', 'opportunity', 'customer'] as const;

/** Leads that came into a stage within a span of time; `lead`: that were made. Each lead counts once a stage. */
export type StageCounts = Readonly<Record<'lead' | (typeof reached)[number], number>>;

export interface MonthFunnel {
  readonly from: Instant;
  readonly to: Instant;
  readonly thisMonth: StageCounts;
  /** Up to the same day and time of the month before. */
  readonly lastMonth: StageCounts;
}

const answer = keepAnswers<'all', MonthFunnel>(byCost);

/** How leads moved from stage to stage since the month began, in the organisation's zone. Test leads are left out. */
export async function readMonthFunnel({ context }: { context: Context }): Promise<MonthFunnel> {
  return await answer({ context, key: 'all', work: () => countMonth({ context }) });
}

async function countMonth({ context }: { context: Context }): Promise<MonthFunnel> {
  const { zone } = await readOrganisation({ context });
  const now = context.clock.now();
  const spans = await readSpans({ context, zone, now });
  const [thisMonth, lastMonth] = await Promise.all([
    countStages({ context, from: spans.monthStart, to: formatInstant(now) }),
    countStages({ context, from: spans.lastStart, to: spans.lastEnd }),
  ]);
  return { from: asInstant(Date.parse(spans.monthStart)), to: now, thisMonth, lastMonth };
}

interface Spans extends Record<string, unknown> {
  readonly monthStart: string;
  readonly lastStart: string;
  readonly lastEnd: string;
}

/** The 31st has no twin in a shorter month: PostgreSQL then takes that month's last day. */
async function readSpans({ context, zone, now }: { context: Context; zone: Zone; now: Instant }): Promise<Spans> {
  const local = sql`(${formatInstant(now)}::timestamptz at time zone ${zone})`;
  const start = sql`date_trunc('month', ${local})`;
  const rows = await context.database.execute<Spans>(sql`
    select ${start} at time zone ${zone} as "monthStart",
      (${start} - interval '1 month') at time zone ${zone} as "lastStart",
      (${local} - interval '1 month') at time zone ${zone} as "lastEnd"`);
  const [spans] = rows;
  if (spans === undefined) throw new Error('the spans of the month were not read');
  return spans;
}

async function countStages({
  context,
  from,
  to,
}: {
  context: Context;
  from: string;
  to: string;
}): Promise<StageCounts> {
  const stages = await context.database.execute<{ stage: string; count: number }>(sql`
    select e.outcome as stage, count(distinct v.lead_id)::int as count
    from event e join visitor v on v.id = e.visitor_id join lead l on l.id = v.lead_id
    where e.name = 'stage-changed' and e.stored_at >= ${from}::timestamptz and e.stored_at < ${to}::timestamptz
      and e.retracted_at is null and not l.test
    group by 1`);
  const [made] = await context.database.execute<{ count: number }>(sql`
    select count(*)::int as count from lead l
    where l.created_at >= ${from}::timestamptz and l.created_at < ${to}::timestamptz
      and l.merged_into is null and not l.test`);
  const counts = new Map(stages.map(({ stage, count }) => [stage, count]));
  const byStage = Object.fromEntries(reached.map((stage) => [stage, counts.get(stage) ?? 0]));
  return { lead: made?.count ?? 0, ...byStage } as StageCounts;
}
