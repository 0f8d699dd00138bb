import type { Condition } from '@sodate/journey/condition/condition';
import type { ConditionKey, EnrollmentId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readSurroundings } from './answer-conditions.ts';
import { type ConditionScope, compileCondition } from './compile-condition.ts';
import { createFactTable } from './fact-table.ts';

/** Which of the conditions hold as of now for each of these passages: one statement for all. */
export async function findHeldConditions({
  context,
  conditions,
  passages,
  now,
  zone,
}: {
  context: Context;
  conditions: readonly { readonly key: ConditionKey; readonly condition: Condition }[];
  passages: readonly EnrollmentId[];
  now: Instant;
  zone: Zone;
}): Promise<ReadonlyMap<EnrollmentId, ReadonlySet<ConditionKey>>> {
  if (conditions.length === 0) return new Map();
  const scope: ConditionScope = {
    passage: { enrollment: sql`p.id`, enteredAt: sql`p.entered_at` },
    now,
    realNow: now,
    zone,
    ...(await readSurroundings({ context, conditions: conditions.map(({ condition }) => condition) })),
  };
  const facts = createFactTable();
  const columns: SQL[] = conditions.map(
    ({ condition }, number) => sql`${compileCondition({ condition, scope, facts })} as ${sql.raw(`k${number}`)}`,
  );
  const rows = await context.database.execute<Record<string, unknown> & { id: EnrollmentId }>(sql`
    select p.id, ${sql.join(columns, sql`, `)}
    from jsonb_array_elements_text(${JSON.stringify(passages)}::text::jsonb) asked
    join enrollment p on p.id = asked::uuid
    join lead l on l.id = p.lead_id left join company c on c.id = l.company_id ${facts.joins()}`);
  const heldBy = (row: Record<string, unknown>) =>
    conditions.flatMap(({ key }, number) => (row[`k${number}`] === true ? [key] : []));
  return new Map(rows.map((row) => [row.id, new Set(heldBy(row))]));
}
