import { enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import type { Plan } from '@sodate/journey/compile/plan';
import { changesByTime } from '@sodate/journey/condition/changes-by-time';
import type { ConditionKey, EnrollmentId, OpId, VersionId } from '@sodate/journey/id';
import { asId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, asc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { readSurroundings } from '../condition/answer-conditions.ts';
import { compileCondition } from '../condition/compile-condition.ts';
import { createFactTable } from '../condition/fact-table.ts';
import type { Context } from '../context.ts';
import { nudge } from '../enrollment/nudge.ts';
import { inTransaction } from '../transaction.ts';
import { readClock } from './clock.ts';
import { readVersion } from './read-version.ts';

const rowsATime = 1_000;
const firstId = '00000000-0000-0000-0000-000000000000';

/**
 * Finds passages whose exits, goals or awaited conditions have come true by time alone (a score that fell, a window
 * that ran out) or by new score rules, and has a look taken at them. One statement judges a thousand passages of a
 * version. Gives how many were nudged.
 */
export async function sweep({ context }: { context: Context }): Promise<number> {
  const versions = await context.database
    .selectDistinct({ id: enrollment.versionId })
    .from(enrollment)
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .innerJoin(journey, eq(journey.id, version.journeyId))
    .where(and(ne(enrollment.state, 'ended'), eq(journey.state, 'live')));
  let swept = 0;
  for (const { id } of versions) swept += await sweepVersion({ context, id });
  return swept;
}

async function sweepVersion({ context, id }: { context: Context; id: VersionId }): Promise<number> {
  const { plan } = await readVersion({ context, id });
  const awaited = awaitedByTime(plan);
  if (awaited.length === 0) return 0;
  const now = await readClock({ context });
  let swept = 0;
  for (let after = asId<'enrollment'>(firstId); ; ) {
    const page = await judgePage({ context, id, plan, awaited, now, after });
    swept += await nudgeAll({ context, ids: page.filter(({ due }) => due).map((row) => row.id) });
    const last = page.at(-1);
    if (!last || page.length < rowsATime) return swept;
    after = last.id;
  }
}

/** A condition that time may make true; without an op it holds everywhere. */
interface Awaited {
  readonly key: ConditionKey;
  readonly op?: OpId;
}

function awaitedByTime(plan: Plan): readonly Awaited[] {
  const everywhere = [...plan.exits, ...plan.goals].map(({ key }): Awaited => ({ key }));
  const listened = Object.values(plan.ops).flatMap((op): Awaited[] =>
    op.kind === 'listen' ? op.conditions.map(({ key }) => ({ key, op: op.id })) : [],
  );
  return [...everywhere, ...listened].filter(({ key }) => {
    const condition = plan.conditions[key];
    return condition !== undefined && changesByTime(condition);
  });
}

interface Judged {
  readonly id: EnrollmentId;
  readonly due: boolean;
}

async function judgePage({
  context,
  id,
  plan,
  awaited,
  now,
  after,
}: {
  context: Context;
  id: VersionId;
  plan: Plan;
  awaited: readonly Awaited[];
  now: Instant;
  after: EnrollmentId;
}): Promise<readonly Judged[]> {
  const conditions = awaited.flatMap(({ key }) => plan.conditions[key] ?? []);
  const scope = {
    passage: { enrollment: sql`e0.id`, enteredAt: sql`e0.entered_at` },
    now,
    realNow: now,
    zone: plan.zone,
    ...(await readSurroundings({ context, conditions })),
  };
  const facts = createFactTable();
  const tests = awaited.flatMap(({ key, op }): SQL[] => {
    const condition = plan.conditions[key];
    if (condition === undefined) return [];
    const holds = compileCondition({ condition, scope, facts });
    return [op === undefined ? holds : sql`(e0.op = ${op} and ${holds})`];
  });
  const rows = await context.database.execute<{ id: string; due: boolean }>(sql`
    select e0.id, (${sql.join(tests, sql` or `)}) as due
    from (
      select id, lead_id, op, entered_at from enrollment
      where version_id = ${id} and state <> 'ended' and nudged_at is null and id > ${after}
      order by id limit ${rowsATime}
    ) e0
    join lead l on l.id = e0.lead_id left join company c on c.id = l.company_id ${facts.joins()}
    order by e0.id`);
  return rows.map((row) => ({ id: asId<'enrollment'>(row.id), due: row.due }));
}

async function nudgeAll({ context, ids }: { context: Context; ids: readonly EnrollmentId[] }): Promise<number> {
  if (ids.length === 0) return 0;
  return inTransaction({ context }, async (inner) => {
    const rows = await inner.database
      .select()
      .from(enrollment)
      .where(and(inArray(enrollment.id, [...ids]), ne(enrollment.state, 'ended'), isNull(enrollment.nudgedAt)))
      .orderBy(asc(enrollment.id))
      .for('update', { skipLocked: true });
    await nudge({ context: inner, rows, priority: 'bulk' });
    return rows.length;
  });
}
