import { event } from '@sodate/database/schema/event';
import { company, lead, visitor } from '@sodate/database/schema/lead';
import { notice } from '@sodate/database/schema/organisation';
import { count, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, readRow, testEngine } from '../../../../test/hosts/test-engine.ts';
import { newPerson } from '../../../../test/hosts/test-handoffs.ts';
import { countMadeUpLeads } from './made-up-leads.ts';
import { removeSeed } from './remove-seed.ts';
import { seedLeads } from './seed-leads.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const resting = planOf({
  ops: [
    {
      id: 'listen',
      kind: 'listen',
      events: [{ outcome: 'seen', pattern: { kind: 'page' } }],
      conditions: [],
      next: { seen: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

it('takes out all that the seed made and nothing else, and keeps the count of a journey one was in', async () => {
  const context = testEngine({ database: db.pool.database });
  const { database } = context;
  const own = await newLead({ database, name: '本物 花子', email: 'hanako@real.example' });
  await seedLeads({ context, input: { leads: 300 } });
  const [seeded] = await database.select({ id: lead.id, companyId: lead.companyId }).from(lead).limit(1).offset(5);
  if (seeded === undefined) throw new Error('the seed made nobody');
  await database.update(lead).set({ companyId: seeded.companyId }).where(eq(lead.id, own));
  const { version } = await publishPlan({ context, plan: resting });
  const { id: userId } = await newPerson({ database, role: 'marketer', name: '水野 陽介' });
  const [hot] = await database.select({ id: lead.id }).from(lead).limit(1).offset(20);
  const told = [own, hot?.id ?? own].map((id) => ({ detail: { lead: id, score: 80 }, href: `/leads/${id}` }));
  await database.insert(notice).values(told.map((one) => ({ ...one, userId, kind: 'lead-hot' as const })));
  const passage = await enter({ context, lead: seeded.id, version, plan: resting });

  expect(await countMadeUpLeads({ context })).toBe(300);
  const first = await removeSeed({ context });
  expect(first).toEqual({ removed: 250, left: 50 });
  expect(await removeSeed({ context })).toEqual({ removed: 50, left: 0 });

  const left = await database.select({ id: lead.id, name: lead.name }).from(lead).where(isNull(lead.erasedAt));
  expect(left).toEqual([{ id: own, name: '本物 花子' }]);
  expect(await readRow({ database, enrollment: passage.id })).toMatchObject({ state: 'ended', reason: 'erased' });
  const [{ events } = { events: 0 }] = await database
    .select({ events: count() })
    .from(event)
    .leftJoin(visitor, eq(visitor.id, event.visitorId))
    .where(isNull(visitor.id));
  expect(events).toBe(0);
  const notices = await database.select({ href: notice.href }).from(notice);
  expect(notices).toEqual([{ href: `/leads/${own}` }]);
  const companies = await database.select({ id: company.id }).from(company);
  expect(companies).toEqual([{ id: seeded.companyId }]);
});

it('finds nothing to do where there was no seed', async () => {
  const empty = await createTestDatabase();
  const context = testEngine({ database: empty.pool.database });
  expect(await removeSeed({ context })).toEqual({ removed: 0, left: 0 });
  await empty.drop();
});
