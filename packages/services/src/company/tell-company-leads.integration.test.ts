import { enrollment, outbox } from '@sodate/database/schema/enrollment';
import { company, companyChange, lead } from '@sodate/database/schema/lead';
import { asId, type LeadId } from '@sodate/journey/id';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { changeAttribute } from '../lead/change-attribute.ts';
import { editCompany } from './edit-company.ts';
import { tellCompanyLeads } from './tell-company-leads.ts';

let db: TestDatabase;
let context: EngineContext;

beforeAll(async () => {
  db = await createTestDatabase();
  context = testEngine({ database: db.pool.database });
});

afterAll(() => db.drop());

beforeEach(async () => {
  await db.pool.database.delete(outbox);
});

async function newCompany() {
  const [row] = await context.database.insert(company).values({ name: '星川食品', nameKey: '星川食品' }).returning();
  if (!row) throw new Error('no company');
  return row.id;
}

async function leadsOf({
  of,
  count,
}: {
  of: Awaited<ReturnType<typeof newCompany>>;
  count: number;
}): Promise<LeadId[]> {
  const rows = await context.database
    .insert(lead)
    .values(Array.from({ length: count }, (_, index) => ({ name: `担当 ${index}`, companyId: of })))
    .returning({ id: lead.id });
  return rows.map(({ id }) => id);
}

/** How many leads of the company were told, and how often at most. */
async function countTold(of: string): Promise<{ leads: number; most: number }> {
  const [row] = await context.database.execute<{ leads: number; most: number }>(sql`
    select count(*)::int as leads, coalesce(max(told), 0)::int as most from (
      select count(*) as told from event e join visitor v on v.id = e.visitor_id join lead l on l.id = v.lead_id
      where l.company_id = ${of}::uuid and e.name = 'attribute-changed' group by l.id) each`);
  return { leads: row?.leads ?? 0, most: row?.most ?? 0 };
}

it('tells 250 leads of a company what one of them changed, once each, 100 at a time', async () => {
  const of = await newCompany();
  const [first] = await leadsOf({ of, count: 250 });
  if (!first) throw new Error('no lead');
  await changeAttribute({ context, lead: first, of: 'company', attribute: 'rank', value: 'A' });
  expect(await countTold(of)).toEqual({ leads: 1, most: 1 });
  let turns = 0;
  while ((await tellCompanyLeads({ context })) > 0) turns++;
  expect(turns).toBe(3);
  expect(await countTold(of)).toEqual({ leads: 250, most: 1 });
  expect(await context.database.select().from(companyChange)).toEqual([]);
});

it('wakes the passages of colleagues that wait for the change', async () => {
  const plan = planOf({
    ops: [{ id: 'wait', kind: 'wait', spec: { duration: { amount: 30, unit: 'days' }, zone: 'journey' }, next: {} }],
    conditions: {
      top: { kind: 'attribute', of: 'company', name: 'rank', is: { op: 'equal', value: 'A' } },
    } as never,
    goals: [{ id: 'top', key: asId('top'), node: asId('wait') }] as never,
  });
  const { version } = await publishPlan({ context, plan });
  const of = await newCompany();
  const [mover, colleague] = await leadsOf({ of, count: 2 });
  const stranger = await newLead({ database: context.database });
  if (!mover || !colleague) throw new Error('no leads');
  const row = await enter({ context, lead: colleague, version, plan });
  const other = await enter({ context, lead: stranger, version, plan });
  await changeAttribute({ context, lead: mover, of: 'company', attribute: 'rank', value: 'A' });
  while ((await tellCompanyLeads({ context })) > 0);
  const nudged = async (id: typeof row.id) =>
    (await context.database.select().from(enrollment).where(eq(enrollment.id, id)))[0]?.nudgedAt ?? null;
  expect(await nudged(row.id)).not.toBeNull();
  expect(await nudged(other.id)).toBeNull();
});

it('tells every lead of a change made to the company itself, also where two workers take turns', async () => {
  const of = await newCompany();
  await leadsOf({ of, count: 170 });
  await editCompany({ context, input: { company: of, fields: { industry: '食品' } } });
  await editCompany({ context, input: { company: of, fields: { industry: '食品' } } });
  for (let turn = 0; turn < 4; turn++)
    await Promise.all([tellCompanyLeads({ context }), tellCompanyLeads({ context })]);
  expect(await countTold(of)).toEqual({ leads: 170, most: 1 });
});
