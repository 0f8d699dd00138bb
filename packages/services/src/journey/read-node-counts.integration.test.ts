import { enrollment, step } from '@sodate/database/schema/enrollment';
import { journey, stepRollup, version } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { listPeople } from './list-people.ts';
import { readNodeCounts } from './read-node-counts.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const now = asInstant(Date.parse('2026-11-19T05:32:00Z'));
const plan = {
  format: 1,
  zone: 'Asia/Tokyo',
  ops: {},
  entries: [],
  conditions: {},
  exits: [],
  goals: [],
  reentry: { kind: 'never' },
  visitLimit: 20,
} as const;

async function storeJourney() {
  const db = database.pool.database;
  const [made] = await db.insert(journey).values({ name: 'x', draft: emptyGraph }).returning();
  if (made === undefined) throw new Error('no journey');
  const [live] = await db
    .insert(version)
    .values({ journeyId: made.id, number: 1, graph: emptyGraph, plan, hash: '' })
    .returning();
  if (live === undefined) throw new Error('no version');
  return { journeyId: made.id, versionId: live.id };
}

it('counts who is where, who is stuck, and how many went over each edge, test leads apart', async () => {
  const db = database.pool.database;
  const ids = await storeJourney();
  const enter = async ({ state, test }: { state: 'resting' | 'stuck' | 'ended'; test: boolean }) => {
    const [who] = await db.insert(lead).values({ name: '高田' }).returning();
    if (who === undefined) throw new Error('no lead');
    const at = { op: asId<'op'>('n_wait'), node: asId<'node'>('n_wait'), visit: 1, arrivedAt: now, enteredAt: now };
    const [passage] = await db
      .insert(enrollment)
      .values({
        ...ids,
        ...at,
        leadId: who.id,
        arrivedEvent: 0,
        state,
        hop: 0,
        rest: 0,
        triggerNode: asId('n_form'),
        test,
      })
      .returning();
    if (passage === undefined) throw new Error('no enrollment');
    await db.insert(step).values({
      enrollmentId: passage.id,
      hop: 0,
      journeyId: ids.journeyId,
      fromNode: asId<'node'>('n_form'),
      outcome: 'entered',
      toOp: asId<'op'>('n_wait'),
      toNode: asId<'node'>('n_wait'),
      visit: 1,
      dueAt: now,
      at: now,
      test,
    });
  };
  for (const state of ['resting', 'resting', 'stuck', 'ended'] as const) await enter({ state, test: false });
  await enter({ state: 'resting', test: true });
  const summed = { journeyId: ids.journeyId, fromNode: 'n_form', toNode: 'n_wait', day: '2026-11-01', test: false };
  await db.insert(stepRollup).values({ ...summed, outcome: 'entered', count: 100 });

  const context = testContext({ database: db, clock: { now: () => now } });
  const counts = await readNodeCounts({ context, input: { journey: ids.journeyId } });
  expect(counts.nodes).toMatchObject({
    n_wait: { here: 3, stuck: 1, total: 104, testHere: 1, testTotal: 1 },
    n_form: { here: 0, total: 104, testTotal: 1 },
  });
  expect(counts.edges).toEqual({ 'n_form/entered': 104 });
  expect(counts).toMatchObject({ inFlight: 3, entered: 104 });

  const page = await listPeople({
    context,
    input: { journey: ids.journeyId, node: 'n_wait', which: 'open', limit: 3 },
  });
  expect(page.rows).toHaveLength(3);
  const rest = await listPeople({
    context,
    input: {
      journey: ids.journeyId,
      which: 'open',
      limit: 3,
      ...(page.next === undefined ? {} : { after: page.next }),
    },
  });
  expect(rest.rows).toHaveLength(1);
  expect(rest.next).toBeUndefined();
});
