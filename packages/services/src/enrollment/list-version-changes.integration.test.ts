import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import { applyRuleBatch } from '../engine/apply-rule-batch.ts';
import { listVersionChanges } from './list-version-changes.ts';
import { readEarlierSummaries } from './read-earlier-summaries.ts';

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

/** A drawing with the wait alone, in words of its own. */
const drawn = (days: number): Graph => ({
  ...emptyGraph,
  nodes: {
    [wait]: {
      id: wait,
      type: 'wait',
      revision: 1,
      config: { duration: { amount: days, unit: 'days' }, zone: 'journey' },
      position: { x: 0, y: 0 },
    },
  },
});

async function start() {
  const context = testEngine({ database: db.pool.database, nodeTypes: loadNodeTypes() });
  const drain = async () => {
    while ((await applyRuleBatch({ context })) > 0);
  };
  const { journey, version } = await publishPlan({ context, plan: waiting(3), graph: drawn(3) });
  await drain();
  const lead = await newLead({ database: context.database });
  const { id } = await enter({ context, lead, version, plan: waiting(3) });
  return {
    publish: async (given: Partial<Parameters<typeof publishPlan>[0]>) => {
      await publishPlan({ context, plan: waiting(4), journey, ...given });
      await drain();
    },
    earlier: async () =>
      (await readEarlierSummaries({ context, input: { enrollment: id } })).map(({ summaries }) => summaries[wait]?.ja),
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

it('tells what the nodes said before each version that a lead came under', async () => {
  const { publish, earlier } = await start();
  expect(await earlier()).toEqual([]);
  await publish({ graph: drawn(4) });
  expect(await earlier()).toEqual(['3日']);
  await publish({ plan: waiting(5), graph: drawn(5) });
  expect(await earlier()).toEqual(['3日', '4日']);
});
