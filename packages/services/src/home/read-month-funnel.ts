import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { byCost, keepAnswers } from '../keep-answers.ts';
import { stageMovesSql } from '../lead/stage-moves-sql.ts';
import { readMonths, type Span } from '../organisation/read-months.ts';

const reached = ['mql', 'sql', 'opportunity', 'customer'] as const;

/** Leads that came into a stage within a span of time; `lead`: that were made. Each lead counts once a stage; what was taken back does not. */
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
  const now = context.clock.now();
  const spans = await readMonths({ context, now });
  const [thisMonth, lastMonth] = await Promise.all([
    countStages({ context, span: spans.this }),
    countStages({ context, span: spans.last }),
  ]);
  return { from: asInstant(Date.parse(spans.this.from)), to: now, thisMonth, lastMonth };
}

async function countStages({ context, span }: { context: Context; span: Span }): Promise<StageCounts> {
  const stages = await context.database.execute<{ stage: string; count: number }>(sql`
    select m.stage, count(*)::int as count
    from (select distinct e.outcome as stage, v.lead_id from ${stageMovesSql(span)}) m join lead l on l.id = m.lead_id
    where not l.test
    group by 1`);
  const [made] = await context.database.execute<{ count: number }>(sql`
    select count(*)::int as count from lead l
    where l.created_at >= ${span.from}::timestamptz and l.created_at < ${span.to}::timestamptz
      and l.merged_into is null and not l.test`);
  const counts = new Map(stages.map(({ stage, count }) => [stage, count]));
  const byStage = Object.fromEntries(reached.map((stage) => [stage, counts.get(stage) ?? 0]));
  return { lead: made?.count ?? 0, ...byStage } as StageCounts;
}
