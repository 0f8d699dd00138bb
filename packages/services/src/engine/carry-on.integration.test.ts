import { effect, outbox } from '@sodate/database/schema/enrollment';
import { heldNode, journey } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { asId, type LeadId, type NodeId } from '@sodate/journey/id';
import { plus } from '@sodate/journey/time/instant';
import type { Duration } from '@sodate/journey/time/wait-spec';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import {
  enter,
  look,
  newLead,
  publishPlan,
  readPath,
  readRow,
  readSteps,
  scriptedChannel,
  skip,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import { storeEvents } from '../event/store-events.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const dayMs = 86_400_000;
const days = (amount: number): { duration: Duration; zone: 'journey' } => ({
  duration: { amount, unit: 'days' },
  zone: 'journey',
});
const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;

const waitAndSend = planOf({
  ops: [
    { id: 'wait', kind: 'wait', spec: days(3), next: { done: 'mail' } },
    { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'listen' } },
    {
      id: 'listen',
      kind: 'listen',
      events: [{ outcome: 'seen', pattern: { kind: 'page', url: { match: 'prefix', value: '/cases' } } }],
      conditions: [],
      timeout: { outcome: 'late', spec: days(5) },
      next: { seen: 'goal', late: 'end' },
    },
    { id: 'goal', kind: 'goal' },
    { id: 'end', kind: 'end' },
  ],
});

async function start({ plan = waitAndSend, channel = scriptedChannel() } = {}) {
  const context = testEngine({ database: db.pool.database, channel });
  const { journey: id, version } = await publishPlan({ context, plan });
  const leadId = await newLead({ database: context.database });
  const row = await enter({ context, lead: leadId, version, plan });
  const at = { database: context.database, enrollment: row.id };
  return { context, channel, journey: id, version, lead: leadId, row, at };
}

function visit(who: LeadId, path: string) {
  return { lead: who, name: 'page-viewed' as const, thing: { kind: 'page' as const, key: `example.jp${path}`, path } };
}

it('rests without a workflow task until the first deadline, and says so in the outbox', async () => {
  const { context, row } = await start();
  expect(row.state).toBe('resting');
  const starts = await context.database.select().from(outbox);
  const start1 = starts.map(({ body }) => body).find((body) => body.kind === 'start' && body.enrollment === row.id);
  expect(start1).toMatchObject({ startAt: new Date(row.until ?? 0).toISOString() });
});

it('tells an early look how long is left', async () => {
  const { context, row } = await start();
  const rest = await look({ context, enrollment: row.id });
  expect(rest).toMatchObject({ kind: 'resting', number: row.rest });
  expect(rest.kind === 'resting' && rest.waitMs).toBeGreaterThan(3 * dayMs - 60_000);
});

it('sends at once when the wait is over, records it, and listens', async () => {
  const { context, channel, row, at } = await start();
  await skip({ ...at, byMs: 3 * dayMs });
  const rest = await look({ context, enrollment: row.id });
  expect(rest.kind).toBe('resting');
  expect(channel.sent).toEqual([`enrollment/${row.id}/mail/1`]);
  expect(await readPath(at)).toEqual(['entered→wait', 'done→mail', 'done→listen']);
  const steps = await readSteps(at);
  expect(steps[1]?.dueAt).toBe(row.until);
});

it('lets the event win that was stored in time, however late the look comes', async () => {
  const { context, lead: who, row, at } = await start();
  await skip({ ...at, byMs: 3 * dayMs });
  await look({ context, enrollment: row.id });
  await storeEvents({ context, events: [visit(who, '/cases/food')] });
  const nudged = await readRow(at);
  expect(nudged.nudgedAt).not.toBeNull();
  await look({ context, enrollment: row.id });
  expect((await readPath(at)).at(-1)).toBe('seen→goal');
  expect(await readRow(at)).toMatchObject({ state: 'ended', reason: 'goal' });
});

it('takes the time-out where the event came after the deadline', async () => {
  const { context, lead: who, row, at } = await start();
  await skip({ ...at, byMs: 3 * dayMs });
  await look({ context, enrollment: row.id });
  await skip({ ...at, byMs: 5 * dayMs });
  await storeEvents({ context, events: [visit(who, '/cases/food')] });
  await look({ context, enrollment: row.id });
  expect((await readPath(at)).at(-1)).toBe('late→end');
});

it('nudges once for a storm of events', async () => {
  const { context, lead: who, row, at } = await start();
  await skip({ ...at, byMs: 3 * dayMs });
  await look({ context, enrollment: row.id });
  for (let count = 0; count < 5; count++) await storeEvents({ context, events: [visit(who, '/cases')] });
  const nudges = (await context.database.select().from(outbox)).filter(
    ({ body }) => body.kind === 'nudge' && body.enrollment === row.id,
  );
  expect(nudges).toHaveLength(1);
});

it('drops an event that was told before', async () => {
  const { context, lead: who } = await start();
  const told = { ...visit(who, '/price'), messageId: 'm-1' };
  expect(await storeEvents({ context, events: [told, told] })).toHaveLength(1);
  expect(await storeEvents({ context, events: [told] })).toHaveLength(0);
});

it('holds everybody while the journey is paused or the node is held', async () => {
  const { context, row, journey: id, at } = await start();
  await skip({ ...at, byMs: 3 * dayMs });
  await context.database.update(journey).set({ state: 'paused' }).where(eq(journey.id, id));
  expect(await look({ context, enrollment: row.id })).toEqual({ kind: 'resting', number: row.rest });
  expect((await readRow(at)).lookAt).toBeNull();
  await context.database.update(journey).set({ state: 'live' }).where(eq(journey.id, id));
  await context.database.insert(heldNode).values({ journeyId: id, node: asId<'node'>('wait') });
  expect(await look({ context, enrollment: row.id })).toEqual({ kind: 'resting', number: row.rest });
});

it('leaves by an exit before anything else, and drops the waiting effect', async () => {
  const plan = planOf({
    ops: [
      { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
    conditions: { won: { kind: 'stage', oneOf: ['customer'] } } as never,
    exits: [{ id: 'won', key: asId('won') }],
  });
  const { context, channel, row, at } = await start({ plan });
  await context.database.update(lead).set({ stage: 'customer' }).where(eq(lead.id, row.leadId));
  await look({ context, enrollment: row.id });
  expect(channel.sent).toEqual([]);
  expect(await readRow(at)).toMatchObject({ state: 'ended', reason: 'exit', reasonId: 'won' });
  const [dropped] = await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
  expect(dropped?.state).toBe('dropped');
});

it('stops a plan that never rests after fifty hops', async () => {
  const plan = planOf({
    ops: [
      { id: 'a', kind: 'split', arms: [{ outcome: 'on', weight: 1 }], next: { on: 'b' } },
      { id: 'b', kind: 'split', arms: [{ outcome: 'on', weight: 1 }], next: { on: 'a' } },
    ],
    visitLimit: 1_000_000,
  });
  const { context, row, at } = await start({ plan });
  await look({ context, enrollment: row.id });
  expect((await readRow(at)).state).toBe('stuck');
});

it('has two looks at once come to one hop', async () => {
  const { context, channel, row, at } = await start();
  await skip({ ...at, byMs: 3 * dayMs });
  await Promise.all(Array.from({ length: 4 }, () => look({ context, enrollment: row.id })));
  expect(channel.sent).toHaveLength(1);
  expect((await readSteps(at)).map(({ hop }) => hop)).toEqual([0, 1, 2]);
});

it('follows the new version from when the lead arrived, finishes on the old, or moves, as was chosen', async () => {
  const longer = planOf({
    ops: [
      { id: 'wait', kind: 'wait', spec: days(10), next: { done: 'end' } },
      { id: 'other', kind: 'wait', spec: days(1), next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  const node = asId<'node'>('wait') as NodeId;
  const followed = await start();
  await publishPlan({ context: followed.context, plan: longer, journey: followed.journey });
  await look({ context: followed.context, enrollment: followed.row.id });
  expect((await readRow(followed.at)).until).toBe(plus(followed.row.arrivedAt, 10 * dayMs));

  const finished = await start();
  await publishPlan({
    context: finished.context,
    plan: longer,
    journey: finished.journey,
    choices: { [node]: { kind: 'finish' } },
  });
  await look({ context: finished.context, enrollment: finished.row.id });
  expect(await readRow(finished.at)).toMatchObject({ until: finished.row.until, versionId: finished.version });

  const moved = await start();
  await publishPlan({
    context: moved.context,
    plan: longer,
    journey: moved.journey,
    choices: { [node]: { kind: 'move', to: asId('other'), at: 'now' } },
  });
  await look({ context: moved.context, enrollment: moved.row.id });
  expect((await readPath(moved.at)).at(-1)).toBe('moved→other');
});

const branchesAndTags = planOf({
  ops: [
    { id: 'wait', kind: 'wait', spec: days(3), next: { done: 'score' } },
    {
      id: 'score',
      kind: 'branch',
      arms: [{ outcome: 'any', key: asId('any-score') }],
      otherwise: 'none',
      next: { any: 'tag', none: 'end' },
    },
    { id: 'tag', kind: 'act', effect: 'tag', config: {}, next: { done: 'end' } },
    { id: 'end', kind: 'end' },
  ],
  conditions: { [asId<'condition'>('any-score')]: { kind: 'score', atLeast: 0 } },
});

it('passes through a branch and an inline act in one transaction, with a step for each', async () => {
  const { context, row, at } = await start({ plan: branchesAndTags });
  const effects = new Map([['tag', { kind: 'inline' as const, changes: () => [] }]]);
  await skip({ ...at, byMs: 4 * dayMs });
  await look({ context: { ...context, nodeTypes: { ...context.nodeTypes, effects } }, enrollment: row.id });
  const steps = await readSteps(at);
  expect(steps.map(({ toOp }) => toOp)).toEqual(['wait', 'score', 'tag', 'end']);
  const transactions = await context.database.execute(
    sql`select distinct xmin from step where enrollment_id = ${row.id} and hop > 0`,
  );
  expect(transactions).toHaveLength(1);
});

it('leaves a lead stuck where the fault is, though it came there in the same transaction', async () => {
  const { context, row, at } = await start({ plan: branchesAndTags });
  const throws = () => {
    throw new Error('tags are out');
  };
  const effects = new Map([['tag', { kind: 'inline' as const, changes: throws }]]);
  await skip({ ...at, byMs: 4 * dayMs });
  await look({ context: { ...context, nodeTypes: { ...context.nodeTypes, effects } }, enrollment: row.id });
  expect(await readRow(at)).toMatchObject({ state: 'stuck', node: 'tag' });
  expect((await readRow(at)).stuckWhy?.en).toContain('tags are out');
});
