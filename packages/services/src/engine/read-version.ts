import { type VersionRow, version } from '@sodate/database/schema/journey';
import type { Plan } from '@sodate/journey/compile/plan';
import type { JourneyId, NodeId, VersionId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** What the engine needs of a version; immutable, so it may be kept for ever. */
export interface RunningVersion {
  readonly id: VersionId;
  readonly journey: JourneyId;
  readonly number: number;
  readonly plan: Plan;
  readonly mails: VersionRow['mails'];
  /** The first op of each node: where a lead that is moved to the node arrives. */
  readonly firstOps: ReadonlyMap<NodeId, Plan['ops'][keyof Plan['ops']]['id']>;
}

const mostKept = 200;
const kept = new Map<VersionId, RunningVersion>();

/** @throws Error where there is no such version: an enrollment always refers to one. */
export async function readVersion({ context, id }: { context: Context; id: VersionId }): Promise<RunningVersion> {
  const known = kept.get(id);
  if (known) return known;
  const [row] = await context.database.select().from(version).where(eq(version.id, id));
  if (!row) throw new Error(`no version ${id}`);
  const running: RunningVersion = {
    id: row.id,
    journey: row.journeyId,
    number: row.number,
    plan: row.plan,
    mails: row.mails,
    firstOps: firstOpsOf(row.plan),
  };
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? id);
  kept.set(id, running);
  return running;
}

function firstOpsOf(plan: Plan): RunningVersion['firstOps'] {
  const firsts = new Map<NodeId, Plan['ops'][keyof Plan['ops']]['id']>();
  for (const op of Object.values(plan.ops)) {
    if ((op.id as string) === (op.node as string)) firsts.set(op.node, op.id);
  }
  return firsts;
}
