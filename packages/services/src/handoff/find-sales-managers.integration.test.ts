import { user } from '@sodate/database/schema/user';
import { asId, type UserId } from '@sodate/journey/id';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { addressOf, salesManager, salesReps } from '../seed/sales-people.ts';
import { findSalesManagers } from './find-sales-managers.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
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

async function find(owner: UserId | null): Promise<readonly string[]> {
  return (await findSalesManagers({ context: testContext({ database: db.pool.database }), owner })).toSorted();
}

it('tells the admins too where the only manager is made up, and made-up managers alone of what a made-up rep has', async () => {
  const admin = await hire('admin', 'admin@sodate.test');
  const rep = await hire('sales-rep', 'rep@sodate.test');
  const madeUp = await hire('sales-manager', addressOf(salesManager));
  const madeUpRep = await hire('sales-rep', addressOf(salesReps[0]));
  expect(await find(rep)).toEqual([admin, madeUp].toSorted());
  expect(await find(null)).toEqual([admin, madeUp].toSorted());
  expect(await find(madeUpRep)).toEqual([madeUp]);
});

it('tells the sales managers, and the admins where there is none', async () => {
  const admin = await hire('admin', 'admin@sodate.test');
  expect(await find(null)).toEqual([admin]);
  const manager = await hire('sales-manager', 'manager@sodate.test');
  expect(await find(null)).toEqual([manager]);
});
