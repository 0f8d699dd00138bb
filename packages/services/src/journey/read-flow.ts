import { step } from '@sodate/database/schema/enrollment';
import { stepRollup } from '@sodate/database/schema/journey';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { summedUpTo } from './count-mark.ts';

/** Leads that went from one node to another by an outcome, since the journey began. */
export interface FlowLine {
  readonly from: NodeId;
  readonly outcome: string;
  /** Empty where the passage ended at `from`. */
  readonly to: NodeId | '';
  readonly test: boolean;
  readonly count: number;
}

/** Node-to-node steps: the roll-up, and what came after it. Steps within one node do not count. */
export async function readFlow({
  context,
  journey,
}: {
  context: Context;
  journey: JourneyId;
}): Promise<readonly FlowLine[]> {
  const rows = await context.database.execute<{
    from: NodeId;
    outcome: string;
    to: NodeId;
    test: boolean;
    count: string;
  }>(sql`
    select "from", outcome, "to", test, sum(count) as count from (
      select ${stepRollup.fromNode} as "from", ${stepRollup.outcome} as outcome, ${stepRollup.toNode} as "to",
        ${stepRollup.test} as test, ${stepRollup.count}::bigint as count
      from ${stepRollup} where ${stepRollup.journeyId} = ${journey} and ${stepRollup.fromNode} <> ${stepRollup.toNode}
      union all
      select coalesce(${step.fromNode}, ''), ${step.outcome}, coalesce(${step.toNode}, ''), ${step.test}, count(*)
      from ${step} where ${step.journeyId} = ${journey} and ${step.writtenAt} >= ${summedUpTo}
        and ${step.fromNode} is distinct from ${step.toNode}
      group by 1, 2, 3, 4
    ) lines group by 1, 2, 3, 4`);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
