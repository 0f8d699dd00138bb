import { lead } from '@sodate/database/schema/lead';
import { user } from '@sodate/database/schema/user';
import { asId, type JourneyId, type LeadId, type UserId } from '@sodate/journey/id';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { newLead } from '../../../../test/hosts/test-engine.ts';
import type { Context } from '../context.ts';
import { addressOf, salesManager, salesReps } from '../seed/sales-people.ts';
import { seedLeads } from '../seed/seed-leads.ts';
import { findSalesManagers } from './find-sales-managers.ts';

let db: TestDatabase;
let context: Context;
let madeUpLead: LeadId;
let realLead: LeadId;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  context = testContext({ database });
  await seedLeads({ context, input: { leads: 1 } });
  const [seeded] = await database.select({ id: lead.id }).from(lead);
  if (seeded === undefined) throw new Error('the seed made nobody');
  madeUpLead = seeded.id;
  realLead = await newLead({ database, name: '本物 花子', email: 'hanako@real.example' });
});

beforeEach(async () => {
  await db.pool.database.delete(user);
});

afterAll(() => db.drop());

async function hire(role: 'admin' | 'sales-manager' | 'sales-rep', email: string): Promise<UserId> {
  const [row] = await db.pool.database
    .insert(user)
    .values({ id: asId<'user'>(crypto.randomUUID()), name: email, email, role })
    .returning({ id: user.id });
  if (row === undefined) throw new Error('nobody was hired');
  return row.id;
}

interface Handoff {
  readonly owner: UserId | null;
  readonly lead?: LeadId;
  readonly journey?: JourneyId;
}

async function find({ owner, lead: leadId = realLead, journey }: Handoff): Promise<readonly string[]> {
  const handoff = { ownerId: owner, leadId, journeyId: journey ?? null };
  return (await findSalesManagers({ context, handoff })).toSorted();
}

it('tells the admins too where the only manager is made up, and made-up managers alone of what a made-up rep has', async () => {
  const admin = await hire('admin', 'admin@sodate.test');
  const rep = await hire('sales-rep', 'rep@sodate.test');
  const madeUp = await hire('sales-manager', addressOf(salesManager));
  const madeUpRep = await hire('sales-rep', addressOf(salesReps[0]));
  expect(await find({ owner: rep })).toEqual([admin, madeUp].toSorted());
  expect(await find({ owner: null })).toEqual([admin, madeUp].toSorted());
  expect(await find({ owner: madeUpRep })).toEqual([madeUp]);
});

it('tells no real manager of what the seed made and nobody has, but of what a journey made of made-up leads', async () => {
  const real = await hire('sales-manager', 'manager@sodate.test');
  expect(await find({ owner: null, lead: madeUpLead })).toEqual([]);
  const madeUp = await hire('sales-manager', addressOf(salesManager));
  expect(await find({ owner: null, lead: madeUpLead })).toEqual([madeUp]);
  const journey = asId<'journey'>(crypto.randomUUID());
  expect(await find({ owner: null, lead: madeUpLead, journey })).toEqual([real, madeUp].toSorted());
});

it('tells the sales managers, and the admins where there is none', async () => {
  const admin = await hire('admin', 'admin@sodate.test');
  expect(await find({ owner: null })).toEqual([admin]);
  const manager = await hire('sales-manager', 'manager@sodate.test');
  expect(await find({ owner: null })).toEqual([manager]);
});
