import { effect } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { notice } from '@sodate/database/schema/organisation';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { newLead } from '../../../../test/hosts/test-engine.ts';
import { handOver, newPerson } from '../../../../test/hosts/test-handoffs.ts';
import { inTransaction } from '../transaction.ts';
import { removeHandoffs } from './remove-handoffs.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

it('takes hand-offs out with their notices, but none of which a worker has a notice in the air', async () => {
  const { database } = db.pool;
  const context = testContext({ database });
  const rep = await newPerson({ database, role: 'sales-rep', name: '水野 陽介' });
  const [one, other, own] = [await newLead({ database }), await newLead({ database }), await newLead({ database })];
  const gone = await handOver({ database, to: rep, lead: one });
  const flying = await handOver({ database, to: rep, lead: other });
  const kept = await handOver({ database, to: rep, lead: own });
  await database.update(handoff).set({ journeyId: null });
  await database.update(effect).set({ state: 'claimed' }).where(eq(effect.handoffId, flying));

  await inTransaction({ context }, (inner) => removeHandoffs({ context: inner, leads: [one, other] }));

  const left = [flying, kept].toSorted();
  const rows = await database.select({ id: handoff.id }).from(handoff).orderBy(asc(handoff.id));
  expect(rows.map(({ id }) => id)).toEqual(left);
  const effects = await database.select({ of: effect.handoffId }).from(effect).orderBy(asc(effect.handoffId));
  expect(effects.map(({ of }) => of)).toEqual(left);
  const notices = await database.select({ href: notice.href }).from(notice).orderBy(asc(notice.href));
  expect(notices.map(({ href }) => href)).toEqual(left.map((id) => `/handoffs/${id}`));
  expect(left).not.toContain(gone);
});
