import { enrollment, step } from '@sodate/database/schema/enrollment';
import { journeyRule, type RuleBody, version } from '@sodate/database/schema/journey';
import { asId, type NodeId, type OpId } from '@sodate/journey/id';
import { formatInstant } from '@sodate/journey/time/instant';
import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { readVersion } from '../engine/read-version.ts';
import { type enrollmentId, enrollmentMissing } from './enrollment-input.ts';

/** A lead came under another version of its journey while it was under way. */
export interface VersionChange {
  /** When that version was published, ISO 8601. */
  readonly at: string;
  readonly version: number;
}

/** Whoever was under way through more publishes than these is told of the first ones. */
const most = 100;

/** The versions that a passage followed since it began, oldest first. @throws RequestError 'not-found'. */
export async function listVersionChanges({
  context,
  input,
}: {
  context: Context;
  input: { readonly enrollment: z.infer<typeof enrollmentId> };
}): Promise<readonly VersionChange[]> {
  const { database } = context;
  const [row] = await database
    .select({ passage: enrollment, present: version.number })
    .from(enrollment)
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .where(eq(enrollment.id, input.enrollment));
  if (row === undefined) throw enrollmentMissing();
  const { journeyId, enteredAt, ruleSeen, id } = row.passage;
  const rules = await database
    .select()
    .from(journeyRule)
    .where(
      and(
        eq(journeyRule.journeyId, journeyId),
        lte(journeyRule.number, ruleSeen),
        gt(journeyRule.at, enteredAt),
        sql`${journeyRule.body} ->> 'kind' = 'publish'`,
      ),
    )
    .orderBy(asc(journeyRule.number))
    .limit(most);
  const changes: VersionChange[] = [];
  for (const { at, body } of rules) {
    if (body.kind !== 'publish') continue;
    const { number, plan } = await readVersion({ context, id: asId<'version'>(body.version) });
    const [stood] = await database
      .select({ node: step.toNode, op: step.toOp })
      .from(step)
      .where(and(eq(step.enrollmentId, id), lte(step.writtenAt, at)))
      .orderBy(desc(step.hop))
      .limit(1);
    const followed = stood !== undefined && follows({ choices: body.choices, ...stood, ops: plan.ops });
    if (followed && number <= row.present) changes.push({ at: formatInstant(at), version: number });
  }
  return changes;
}

/** Whether who stood there came along: where the version still has the place, and nothing else was chosen for it. */
function follows({
  choices,
  node,
  op,
  ops,
}: {
  choices: Extract<RuleBody, { kind: 'publish' }>['choices'];
  node: NodeId | null;
  op: OpId | null;
  ops: Readonly<Record<OpId, unknown>>;
}): boolean {
  if (node === null || op === null) return false;
  const kind = choices[node]?.kind;
  return kind === 'move' || (kind !== 'finish' && ops[op] !== undefined);
}
