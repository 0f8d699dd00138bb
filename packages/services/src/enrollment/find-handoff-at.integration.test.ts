import { handoff } from '@sodate/database/schema/handoff';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import { handOver, newPerson, type Person } from '../../../../test/hosts/test-handoffs.ts';
import { getPassage } from './get-passage.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

it('names on a passage whose answer to a hand-off it waits for, and who may open that', async () => {
  const { database } = db.pool;
  const [rep, other, viewer] = await Promise.all([
    newPerson({ database, role: 'sales-rep', name: '水野 陽介' }),
    newPerson({ database, role: 'sales-rep', name: '森 あかり' }),
    newPerson({ database, role: 'viewer', name: '岸 望' }),
  ]);
  const context = testEngine({ database });
  const wait = { duration: { amount: 3, unit: 'days' }, zone: 'journey' } as const;
  const plan = planOf({
    ops: [
      { id: 'sales', kind: 'wait', spec: wait, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  const { version } = await publishPlan({ context, plan });
  const { id: enrollment, node, visit } = await enter({ context, lead: await newLead({ database }), version, plan });
  const waitsFor = async (as: Person) => (await getPassage({ context: as.context, input: { enrollment } })).handoff;
  expect(await waitsFor(rep)).toBeNull();
  const id = await handOver({ database, to: rep });
  await database.update(handoff).set({ enrollmentId: enrollment, node, visit }).where(eq(handoff.id, id));
  expect(await waitsFor(rep)).toEqual({ id, owner: '水野 陽介', mayOpen: true });
  expect(await waitsFor(other)).toEqual({ id, owner: '水野 陽介', mayOpen: false });
  expect(await waitsFor(viewer)).toMatchObject({ mayOpen: false });
});
