import { asId } from '@sodate/journey/id';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import { applyRuleBatch } from '../engine/apply-rule-batch.ts';
import { listVersionChanges } from './list-version-changes.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const waiting = (days: number, place = 'wait') =>
  planOf({
    ops: [{ id: place, kind: 'wait', spec: { duration: { amount: days, unit: 'days' }, zone: 'journey' }, next: {} }],
  });
const wait = asId<'node'>('wait');

async function start() {
  const context = testEngine({ database: db.pool.database });
  const drain = async () => {
    while ((await applyRuleBatch({ context })) > 0);
  };
  const { journey, version } = await publishPlan({ context, plan: waiting(3) });
  await drain();
  const lead = await newLead({ database: context.database });
  const { id } = await enter({ context, lead, version, plan: waiting(3) });
  return {
    publish: async (given: Partial<Parameters<typeof publishPlan>[0]>) => {
      await publishPlan({ context, plan: waiting(4), journey, ...given });
      await drain();
    },
    versions: async () =>
      (await listVersionChanges({ context, input: { enrollment: id } })).map(({ version: number }) => number),
  };
}

it('tells which versions a lead under way came under', async () => {
  const { publish, versions } = await start();
  expect(await versions()).toEqual([]);
  await publish({});
  expect(await versions()).toEqual([2]);
  await publish({ plan: waiting(5) });
  expect(await versions()).toEqual([2, 3]);
});

it('leaves out those under which it did not come: it was to finish, or its place is gone', async () => {
  const { publish, versions } = await start();
  await publish({ choices: { [wait]: { kind: 'finish' } } });
  expect(await versions()).toEqual([]);
  await publish({ plan: waiting(5, 'another') });
  expect(await versions()).toEqual([]);
  await publish({ plan: waiting(6) });
  expect(await versions()).toEqual([4]);
});
