import { enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import type { Plan } from '@sodate/journey/compile/plan';
import type { VersionId } from '@sodate/journey/id';
import { and, asc, eq, gt, inArray, isNull, ne } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { nudge } from '../enrollment/nudge.ts';
import { inTransaction } from '../transaction.ts';
import { readVersion } from './read-version.ts';

const rowsATime = 1_000;
const firstId = '00000000-0000-0000-0000-000000000000';

/**
 * Has a look taken at passages whose exits, goals or awaited conditions may have come true by time alone (a score that
 * fell, a window that ran out) or by new score rules. Only versions with such conditions are gone over.
 */
export async function sweep({ context }: { context: Context }): Promise<number> {
  const versions = await context.database
    .selectDistinct({ id: enrollment.versionId })
    .from(enrollment)
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .innerJoin(journey, eq(journey.id, version.journeyId))
    .where(and(ne(enrollment.state, 'ended'), eq(journey.state, 'live')));
  let swept = 0;
  for (const { id } of versions) {
    const { plan } = await readVersion({ context, id });
    const ops = opsThatChangeByTime(plan);
    if (ops !== undefined) swept += await nudgeAt({ context, version: id, ops });
  }
  return swept;
}

/** 'all': an exit or goal holds everywhere. Undefined: nothing in this plan changes by time. */
function opsThatChangeByTime(plan: Plan): 'all' | readonly string[] | undefined {
  if (plan.exits.length + plan.goals.length > 0) return 'all';
  const listening = Object.values(plan.ops).flatMap((op) =>
    op.kind === 'listen' && op.conditions.length > 0 ? [op.id as string] : [],
  );
  return listening.length === 0 ? undefined : listening;
}

async function nudgeAt({
  context,
  version: id,
  ops,
}: {
  context: Context;
  version: VersionId;
  ops: 'all' | readonly string[];
}): Promise<number> {
  let swept = 0;
  for (let after = firstId; ; ) {
    const rows = await inTransaction({ context }, async (inner) => {
      const found = await inner.database
        .select()
        .from(enrollment)
        .where(
          and(
            eq(enrollment.versionId, id),
            ne(enrollment.state, 'ended'),
            isNull(enrollment.nudgedAt),
            gt(enrollment.id, after as typeof enrollment.$inferSelect.id),
            ops === 'all' ? undefined : inArray(enrollment.op, ops as (typeof enrollment.$inferSelect.op)[]),
          ),
        )
        .orderBy(asc(enrollment.id))
        .limit(rowsATime)
        .for('update', { skipLocked: true });
      await nudge({ context: inner, rows: found, priority: 'bulk' });
      return found;
    });
    const last = rows.at(-1);
    if (!last) return swept;
    swept += rows.length;
    after = last.id;
  }
}
