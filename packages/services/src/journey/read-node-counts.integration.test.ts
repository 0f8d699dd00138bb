import { enrollment, step } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { journey, stepRollup, version } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { mailRollup } from '@sodate/database/schema/mail';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { asInstant, type Instant, plus } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { only } from '../../../../test/hosts/store-lead.ts';
import { listJourneys } from './list-journeys.ts';
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
  for (const state of ['resting', 'stuck'] as const) await enter({ state, test: true });
  const summed = { journeyId: ids.journeyId, fromNode: 'n_form', toNode: 'n_wait', day: '2026-11-01', test: false };
  await db.insert(stepRollup).values({ ...summed, outcome: 'entered', count: 100 });

  const context = testContext({ database: db, clock: { now: () => now } });
  const counts = await readNodeCounts({ context, input: { journey: ids.journeyId } });
  expect(counts.nodes).toMatchObject({
    n_wait: { here: 3, stuck: 1, total: 104, testHere: 2, testStuck: 1, testTotal: 2 },
    n_form: { here: 0, total: 104, testTotal: 2 },
  });
  expect(counts.ways).toEqual({ 'n_form/entered/n_wait': 104 });
  expect(counts).toMatchObject({ inFlight: 3, entered: 104 });
  // Those of 1 November are too old to count as this week's; the real clock wrote the others.
  expect(counts.figures).toMatchObject({
    n_wait: { week: 4, nextAt: null },
    n_form: { week: 4, ways: { entered: 104 } },
  });

  const page = await listPeople({
    context,
    input: { journey: ids.journeyId, node: 'n_wait', which: 'open', limit: 4 },
  });
  expect(page.rows).toHaveLength(4);
  const rest = await listPeople({
    context,
    input: {
      journey: ids.journeyId,
      which: 'open',
      limit: 4,
      ...(page.next === undefined ? {} : { after: page.next }),
    },
  });
  expect(rest.rows).toHaveLength(1);
  expect(rest.next).toBeUndefined();
});

it('tells what each family is about: who goes on next, what came of mails, which hand-offs wait, test leads apart', async () => {
  const db = database.pool.database;
  const ids = await storeJourney();
  const rest = async ({ lookAt, test = false, state = 'resting' }: Rest) => {
    const who = only(await db.insert(lead).values({ name: '高田' }).returning()).id;
    const at = { op: asId<'op'>('n_wait'), node: asId<'node'>('n_wait'), visit: 1, arrivedAt: now, enteredAt: now };
    const row = { ...ids, ...at, leadId: who, arrivedEvent: 0, hop: 0, rest: 0, triggerNode: asId<'node'>('n_form') };
    return only(
      await db
        .insert(enrollment)
        .values({ ...row, state, lookAt, test })
        .returning(),
    );
  };
  await rest({ lookAt: plus(now, 7_200_000) });
  const waiting = await rest({ lookAt: plus(now, 3_600_000) });
  await rest({ lookAt: plus(now, 60_000), test: true });
  await rest({ lookAt: plus(now, 60_000), state: 'stuck' });
  const mails = { journeyId: ids.journeyId, node: asId<'node'>('n_mail') };
  await db.insert(mailRollup).values([
    { ...mails, test: false, sent: 200, opened: 82, clicked: 18 },
    { ...mails, test: true, sent: 1, opened: 1, clicked: 1 },
  ]);
  const handed = {
    journeyId: ids.journeyId,
    node: asId<'node'>('n_sales'),
    leadId: waiting.leadId,
    followUp: '',
    sla: { amount: 4, unit: 'hours' as const },
    calendarId: asId<'calendar'>(crypto.randomUUID()),
    dueAt: now,
  };
  await db
    .insert(handoff)
    .values([{ ...handed }, { ...handed, overdueAt: now }, { ...handed, state: 'won' }, { ...handed, test: true }]);

  const context = testContext({ database: db, clock: { now: () => now } });
  const { figures } = await readNodeCounts({ context, input: { journey: ids.journeyId } });
  expect(figures).toMatchObject({
    n_wait: { nextAt: '2026-11-19T06:32:00.000Z' },
    n_mail: { mails: { sent: 200, opened: 82, clicked: 18 } },
    n_sales: { handoffs: { open: 2, overdue: 1 } },
  });
});

interface Rest {
  readonly lookAt: Instant;
  readonly test?: boolean;
  readonly state?: 'resting' | 'stuck';
}

it('lists how many entered a journey in the past seven days, by the clock given', async () => {
  const { journeyId } = await storeJourney();
  const entered = {
    journeyId,
    fromNode: asId<'node'>(''),
    outcome: 'entered',
    toNode: asId<'node'>('n_wait'),
    test: false,
  };
  await database.pool.database.insert(stepRollup).values([
    { ...entered, day: '2026-11-01', count: 4 },
    { ...entered, day: '2026-11-18', count: 3 },
  ]);
  const listedAt = async (at: Instant) => {
    const context = testContext({ database: database.pool.database, clock: { now: () => at } });
    const { rows } = await listJourneys({ context, input: { limit: 50, archived: false } });
    return rows.find(({ id }) => id === journeyId);
  };
  expect(await listedAt(now)).toMatchObject({ entered: 7, enteredIn7Days: 3 });
  expect(await listedAt(asInstant(Date.parse('2026-12-19T05:32:00Z')))).toMatchObject({
    entered: 7,
    enteredIn7Days: 0,
  });
});
