import type { Condition } from '@sodate/journey/condition/condition';
import { asId, type LeadId } from '@sodate/journey/id';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readSurroundings } from './answer-conditions.ts';
import { compileCondition } from './compile-condition.ts';
import { createFactTable } from './fact-table.ts';

/** Nobody's: patterns that name a node of the passage match nothing before there is one. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Those of the leads for whom the condition holds, were they to enter now. One statement for all. */
export async function findHolders({
  context,
  condition,
  leads,
  now,
  zone,
}: {
  context: Context;
  condition: Condition;
  leads: readonly LeadId[];
  now: Instant;
  zone: Zone;
}): Promise<ReadonlySet<LeadId>> {
  const scope = {
    passage: { enrollment: sql`${nobody}::uuid`, enteredAt: sql`${formatInstant(now)}::timestamptz` },
    now,
    realNow: now,
    zone,
    ...(await readSurroundings({ context, conditions: [condition] })),
  };
  const facts = createFactTable();
  const holds = compileCondition({ condition, scope, facts });
  const rows = await context.database.execute<{ id: string }>(sql`
    select l.id
    from jsonb_array_elements_text(${JSON.stringify(leads)}::text::jsonb) asked
    join lead l on l.id = asked::uuid left join company c on c.id = l.company_id ${facts.joins()}
    where ${holds}`);
  return new Set(rows.map(({ id }) => asId<'lead'>(id)));
}
