import { step } from '@sodate/database/schema/enrollment';
import { stepRollup } from '@sodate/database/schema/journey';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import { formatInstant, plus } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { summedUpTo } from './count-mark.ts';

const dayMs = 86_400_000;

/** Leads that went from one node to another by an outcome, since the journey began. */
export interface FlowLine {
  readonly from: NodeId;
  readonly outcome: string;
  /** Empty where the passage ended at `from`. */
  readonly to: NodeId | '';
  readonly test: boolean;
  readonly count: number;
  /** Of these, in the last seven days, today's (UTC) included. */
  readonly week: number;
}

/** Node-to-node steps: the roll-up, and what came after it. Steps within one node do not count. */
export async function readFlow({
  context,
  journey,
}: {
  context: Context;
  journey: JourneyId;
}): Promise<readonly FlowLine[]> {
  const firstDay = formatInstant(plus(context.clock.now(), -6 * dayMs)).slice(0, 10);
  const rows = await context.database.execute<{
    from: NodeId;
    outcome: string;
    to: NodeId;
    test: boolean;
    count: string;
    week: string;
  }>(sql`
    select "from", outcome, "to", test, sum(count) as count, sum(week) as week from (
      select ${stepRollup.fromNode} as "from", ${stepRollup.outcome} as outcome, ${stepRollup.toNode} as "to",
        ${stepRollup.test} as test, ${stepRollup.count}::bigint as count,
        case when ${stepRollup.day} >= ${firstDay}::date then ${stepRollup.count} else 0 end::bigint as week
      from ${stepRollup} where ${stepRollup.journeyId} = ${journey} and ${stepRollup.fromNode} <> ${stepRollup.toNode}
      union all
      select coalesce(${step.fromNode}, ''), ${step.outcome}, coalesce(${step.toNode}, ''), ${step.test}, count(*),
        count(*) filter (where ${step.writtenAt} >= ${firstDay}::date at time zone 'UTC')
      from ${step} where ${step.journeyId} = ${journey} and ${step.writtenAt} >= ${summedUpTo}
        and ${step.fromNode} is distinct from ${step.toNode}
      group by 1, 2, 3, 4
    ) lines group by 1, 2, 3, 4`);
  return rows.map((row) => ({ ...row, count: Number(row.count), week: Number(row.week) }));
}
