import type { Database } from '@sodate/database/connect';
import { enrollment, step } from '@sodate/database/schema/enrollment';
import { stepRollup, version } from '@sodate/database/schema/journey';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { EndReason } from '@sodate/journey/interpret/passage';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { summedUpTo } from '../journey/count-mark.ts';

/** What the rows of a journey say, and what its steps say; test leads are left out of both. */
export interface Ledger {
  readonly journey: JourneyId;
  readonly rows: { readonly entered: number; readonly inFlight: number; readonly ended: number };
  readonly steps: { readonly entered: number; readonly inFlight: number; readonly ended: number };
  /** Where leads are, by both counts. */
  readonly nodes: readonly { readonly node: NodeId; readonly rows: number; readonly steps: number }[];
  readonly reasons: readonly { readonly reason: EndReason; readonly count: number }[];
  /** Entered = in flight by node + ended, and both counts agree at every place. */
  readonly balanced: boolean;
}

interface Counts extends Record<string, unknown> {
  readonly journey: JourneyId;
  readonly place: string;
  readonly count: string;
}

/**
 * The ledger of one journey, or of all: counted from the rows and, apart, from the steps (their roll-up and what came
 * after it), in one snapshot. A journey that nobody has entered has none.
 */
export async function readLedgers({
  context,
  journey,
}: {
  context: Context;
  journey?: JourneyId;
}): Promise<readonly Ledger[]> {
  return await context.database.transaction(
    async (database) => {
      const open = await countOpen({ database, journey });
      const ended = await countEnded({ database, journey });
      const flow = await sumFlow({ database, journey });
      const ends = await readEnds({ database, journey });
      const journeys = new Set([...open, ...ended, ...flow].map((row) => row.journey));
      return [...journeys].map((id) => {
        const own = <Row extends { journey: JourneyId }>(rows: readonly Row[]) =>
          rows.filter((row) => row.journey === id);
        return balance({ journey: id, open: own(open), ended: own(ended), flow: own(flow), ends });
      });
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

interface FlowEnds extends Record<string, unknown> {
  readonly journey: JourneyId;
  readonly from: NodeId | '';
  readonly to: NodeId | '';
  readonly entered: boolean;
  readonly count: string;
}

function balance({
  journey,
  open,
  ended,
  flow,
  ends,
}: {
  journey: JourneyId;
  open: readonly Counts[];
  ended: readonly Counts[];
  flow: readonly FlowEnds[];
  /** Nodes at which a passage ends, as "journey node". */
  ends: ReadonlySet<string>;
}): Ledger {
  const byRows = new Map<string, number>(open.map(({ place, count }) => [place, Number(count)]));
  const bySteps = new Map<string, number>();
  const steps = { entered: 0, inFlight: 0, ended: 0 };
  const add = (place: string, count: number) => bySteps.set(place, (bySteps.get(place) ?? 0) + count);
  for (const { from, to, entered, count } of flow) {
    const many = Number(count);
    if (entered) steps.entered += many;
    else add(from, -many);
    if (to === '') steps.ended += many;
    else add(to, many);
  }
  for (const [node, count] of bySteps) {
    if (!ends.has(`${journey} ${node}`)) continue;
    steps.ended += count;
    bySteps.delete(node);
  }
  const nodes = [...new Set([...byRows.keys(), ...bySteps.keys()])]
    .map((node) => ({ node: node as NodeId, rows: byRows.get(node) ?? 0, steps: bySteps.get(node) ?? 0 }))
    .filter((one) => one.rows !== 0 || one.steps !== 0);
  steps.inFlight = nodes.reduce((sum, one) => sum + one.steps, 0);
  const inFlight = nodes.reduce((sum, one) => sum + one.rows, 0);
  const endedRows = ended.reduce((sum, { count }) => sum + Number(count), 0);
  const rows = { entered: inFlight + endedRows, inFlight, ended: endedRows };
  return {
    journey,
    rows,
    steps,
    nodes,
    reasons: ended.map(({ place, count }) => ({ reason: place as EndReason, count: Number(count) })),
    balanced:
      rows.entered === steps.entered && rows.ended === steps.ended && nodes.every((one) => one.rows === one.steps),
  };
}

interface Counting {
  readonly database: Pick<Database, 'execute'>;
  readonly journey: JourneyId | undefined;
}

function ofJourney({ column, journey }: { column: SQL | typeof enrollment.journeyId; journey: JourneyId | undefined }) {
  return journey === undefined ? sql`` : sql` and ${column} = ${journey}`;
}

function countOpen({ database, journey }: Counting): Promise<readonly Counts[]> {
  return database.execute<Record<string, unknown> & Counts>(sql`
    select ${enrollment.journeyId} as journey, ${enrollment.node} as place, count(*) as count from ${enrollment}
    where ${enrollment.state} <> 'ended' and not ${enrollment.test}${ofJourney({ column: enrollment.journeyId, journey })}
    group by 1, 2`);
}

function countEnded({ database, journey }: Counting): Promise<readonly Counts[]> {
  return database.execute<Record<string, unknown> & Counts>(sql`
    select ${enrollment.journeyId} as journey, coalesce(${enrollment.reason}, '') as place, count(*) as count
    from ${enrollment}
    where ${enrollment.state} = 'ended' and not ${enrollment.test}${ofJourney({ column: enrollment.journeyId, journey })}
    group by 1, 2 order by 3 desc, 2`);
}

/** Steps from node to node; those within one node move nobody. */
function sumFlow({ database, journey }: Counting): Promise<readonly FlowEnds[]> {
  const rolled = ofJourney({ column: sql`${stepRollup.journeyId}`, journey });
  const rest = ofJourney({ column: sql`${step.journeyId}`, journey });
  return database.execute<Record<string, unknown> & FlowEnds>(sql`
    select journey, "from", "to", entered, sum(count) as count from (
      select ${stepRollup.journeyId} as journey, ${stepRollup.fromNode} as "from", ${stepRollup.toNode} as "to",
        ${stepRollup.outcome} = 'entered' as entered, ${stepRollup.count}::bigint as count
      from ${stepRollup} where not ${stepRollup.test}${rolled}
      union all
      select ${step.journeyId}, coalesce(${step.fromNode}, ''), coalesce(${step.toNode}, ''),
        ${step.hop} = 0, count(*)
      from ${step} where ${step.writtenAt} >= ${summedUpTo} and not ${step.test}${rest}
      group by 1, 2, 3, 4
    ) lines where entered or "from" <> "to" group by 1, 2, 3, 4`);
}

/** The nodes at which passages end, in any version: who arrives there is in flight no more. */
async function readEnds({ database, journey }: Counting): Promise<ReadonlySet<string>> {
  const rows = await database.execute<{ journey: string; node: string }>(sql`
    select distinct ${version.journeyId} as journey, op ->> 'node' as node
    from ${version}, jsonb_path_query(${version.plan}, '$.ops.* ? (@.kind == "end" || @.kind == "goal")') op
    where true${ofJourney({ column: sql`${version.journeyId}`, journey })}`);
  return new Set(rows.map((row) => `${row.journey} ${row.node}`));
}
