import { effect, effectAttempt, mark, step } from '@sodate/database/schema/enrollment';
import { asId } from '@sodate/journey/id';
import { plus } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
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
  scriptedChannel,
  skip,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import { removePassage, retryPassage, skipPassage } from '../enrollment/change-passage.ts';
import { listPassageSteps } from '../enrollment/get-passage.ts';
import { storeEvents } from '../event/store-events.ts';
import { barClaims } from './bar-claims.ts';
import { readClock } from './clock.ts';
import { releaseClaims } from './keep-mark.ts';
import { perform } from './perform.ts';
import { MissingNodeType } from './write-hop.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const days = (amount: number) => ({ duration: { amount, unit: 'days' }, zone: 'journey' }) as const;
const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;

const sendAndWait = planOf({
  ops: [
    { id: 'send', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'wait' } },
    { id: 'wait', kind: 'wait', spec: days(3), next: { done: 'end' } },
    { id: 'end', kind: 'end' },
  ],
});

async function start({ plan = sendAndWait, channel = scriptedChannel() } = {}) {
  const context = testEngine({ database: db.pool.database, channel });
  const { journey, version } = await publishPlan({ context, plan });
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan });
  const at = { database: context.database, enrollment: row.id };
  const readEffect = async () => {
    const [found] = await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
    if (!found) throw new Error('no effect');
    return found;
  };
  const endLease = async () => {
    const over = plus(await readClock({ context }), -1);
    await context.database.update(effect).set({ leaseUntil: over }).where(eq(effect.enrollmentId, row.id));
  };
  return { context, channel, journey, row, at, readEffect, endLease };
}

it('sends when a person has a stuck lead try again', async () => {
  const channel = scriptedChannel();
  channel.script.push({ kind: 'surely-not', error: '550 no', again: false });
  const { context, row, at } = await start({ channel });
  await look({ context, enrollment: row.id });
  expect((await readRow(at)).state).toBe('stuck');
  await retryPassage({ context, input: { enrollment: row.id } });
  await look({ context, enrollment: row.id });
  expect(channel.sent).toHaveLength(1);
  expect(await readRow(at)).toMatchObject({ state: 'resting', node: 'wait' });
  const attempts = await context.database
    .select()
    .from(effectAttempt)
    .where(eq(effectAttempt.key, channel.sent[0] ?? ''));
  expect(attempts.map(({ attempt, result }) => [attempt, result]).toSorted()).toEqual([
    [1, 'surely-not'],
    [2, 'sent'],
  ]);
  // What failed before stays told of at the step, though the second try was the first of its count.
  const { rows } = await listPassageSteps({ context, input: { enrollment: row.id, limit: 100 } });
  const [sent] = rows.flatMap(({ send }) => send ?? []);
  expect(sent).toMatchObject({ state: 'sent', error: null, earlier: [{ attempt: 1 }] });
});

it.for([
  ['tries again', retryPassage, 'ambiguous'],
  ['skips', skipPassage, 'ambiguous'],
] as const)(
  '%s only the present visit of a node, not a send of unknown fate from an earlier one',
  async ([, act, first]) => {
    const round = planOf({
      ops: [
        { id: 'send', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'wait' } },
        { id: 'wait', kind: 'wait', spec: days(3), next: { done: 'send' } },
      ],
    });
    const channel = scriptedChannel();
    channel.script.push({ kind: 'unknown', error: 'cut' }, { kind: 'surely-not', error: '550 no', again: false });
    const { context, row, at } = await start({ plan: round, channel });
    await look({ context, enrollment: row.id });
    await skip({ ...at, byMs: 3 * 86_400_000 });
    await look({ context, enrollment: row.id });
    expect((await readRow(at)).state).toBe('stuck');
    await act({ context, input: { enrollment: row.id } });
    const states = await context.database
      .select({ state: effect.state })
      .from(effect)
      .where(eq(effect.enrollmentId, row.id))
      .orderBy(effect.key);
    expect(states[0]?.state).toBe(first);
  },
);

it('keeps a send listed whose sender gave it back after the lead had gone on', async () => {
  const channel = scriptedChannel();
  const clock = { ms: 0 };
  const { context: quick, row, at, readEffect, endLease } = await start({ channel });
  const context = { ...quick, monotonicMs: () => clock.ms };
  channel.during = async () => {
    channel.during = undefined;
    await endLease();
    await look({ context: quick, enrollment: row.id });
    clock.ms += 60_000;
  };
  await look({ context, enrollment: row.id });
  expect(channel.sent).toEqual([]);
  expect((await readRow(at)).node).toBe('wait');
  expect((await readEffect()).state).toBe('ambiguous');
});

it('lists an effect as doubled when a second try was sent, whichever report comes first', async () => {
  const repeatable = planOf({
    ops: [
      {
        id: 'send',
        kind: 'act',
        effect: 'call',
        config: {},
        external: { ...external, repeatable: true },
        next: { done: 'wait' },
      },
      { id: 'wait', kind: 'wait', spec: days(3), next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  for (const lateFirst of [true, false]) {
    const channel = scriptedChannel();
    const { context, row, readEffect, endLease } = await start({ plan: repeatable, channel });
    let late: Promise<unknown> = Promise.resolve();
    channel.during = async () => {
      await endLease();
      const reported = Promise.withResolvers<void>();
      channel.during = () => (lateFirst ? reported.promise : Promise.resolve());
      late = look({ context, enrollment: row.id });
      if (lateFirst) setTimeout(reported.resolve, 500);
      else await late;
    };
    await look({ context, enrollment: row.id });
    await late;
    expect(channel.sent).toHaveLength(2);
    expect(await readEffect()).toMatchObject({ state: 'sent', doubled: true });
  }
});

it('takes a late report although a publish has removed the node meanwhile', async () => {
  const channel = scriptedChannel();
  const { context, journey, row, at, readEffect, endLease } = await start({ channel });
  const without = planOf({
    ops: [
      { id: 'wait', kind: 'wait', spec: days(3), next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  channel.during = async () => {
    channel.during = undefined;
    await endLease();
    await look({ context, enrollment: row.id });
    await publishPlan({ context, plan: without, journey });
    await look({ context, enrollment: row.id });
  };
  await look({ context, enrollment: row.id });
  expect(await readRow(at)).toMatchObject({ state: 'resting', node: 'wait' });
  expect((await readEffect()).state).toBe('sent');
});

it('takes a sender that throws for one of unknown fate', async () => {
  const channel = scriptedChannel();
  channel.during = () => Promise.reject(new Error('a bug in a custom node'));
  const { context, row, at, readEffect } = await start({ channel });
  await look({ context, enrollment: row.id });
  expect(await readEffect()).toMatchObject({ state: 'ambiguous', error: 'a bug in a custom node' });
  expect((await readRow(at)).node).toBe('wait');
});

it('records what was sent even where the lead cannot go on', async () => {
  const channel = scriptedChannel();
  const { context, row, at, readEffect } = await start({ channel });
  channel.during = async () => {
    const inTheWay = { enrollmentId: row.id, hop: 1, journeyId: row.journeyId, outcome: 'in the way', visit: 1 };
    await context.database.insert(step).values({ ...inTheWay, dueAt: row.enteredAt, at: row.enteredAt });
  };
  await look({ context, enrollment: row.id });
  expect(channel.sent).toHaveLength(1);
  expect((await readEffect()).state).toBe('sent');
  expect(await readRow(at)).toMatchObject({ state: 'stuck', node: 'send' });
});

it('lists a lead as stuck when the type of its queued effect stays missing', async () => {
  const channel = scriptedChannel();
  const { context: quick, row, at } = await start({ channel });
  const context = { ...quick, timings: { ...quick.timings, inlineLimitMs: 0 } };
  channel.prepared = () => {
    throw new MissingNodeType('gone');
  };
  const rest = await look({ context, enrollment: row.id });
  if (rest.kind !== 'queued') throw new Error('not queued');
  expect((await perform({ context, effect: rest.effect })).kind).toBe('again');
  expect((await readRow(at)).state).toBe('acting');
  await skip({ ...at, byMs: 6 * 60_000 });
  expect(await perform({ context, effect: rest.effect })).toEqual({ kind: 'settled' });
  expect((await readRow(at)).stuckWhy?.en).toContain('"gone"');
});

it('does not try what is stuck again of its own accord', async () => {
  const inline = planOf({
    ops: [
      { id: 'set', kind: 'act', effect: 'not-there', config: {}, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  const { context, row, at } = await start({ plan: inline });
  await skip({ ...at, byMs: 6 * 60_000 });
  await look({ context, enrollment: row.id });
  const stuck = await readRow(at);
  expect(stuck.state).toBe('stuck');
  expect(stuck.rest).toBe(row.rest + 1);
  await look({ context, enrollment: row.id });
  expect(await readRow(at)).toMatchObject({ rest: stuck.rest, stuckWhy: stuck.stuckWhy });
  expect(await readPath(at)).toHaveLength(1);
});

it('lets a queued effect rest while claims are barred, instead of asking without end', async () => {
  const { context: quick, row } = await start();
  const context = { ...quick, timings: { ...quick.timings, inlineLimitMs: 0 } };
  await barClaims({ context });
  const rest = await look({ context, enrollment: row.id });
  expect(rest).toMatchObject({ kind: 'resting' });
  expect(rest.kind === 'resting' && rest.waitMs).toBeGreaterThan(60_000);
  await releaseClaims({ context });
  expect((await look({ context, enrollment: row.id })).kind).toBe('queued');
  expect((await context.database.select().from(mark))[0]?.claimsBarredAt).toBeNull();
});

async function startMoving() {
  const old = planOf({
    ops: [
      { id: 'wait', kind: 'wait', spec: days(3), next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  const renewed = planOf({
    ops: [
      { id: 'other', kind: 'wait', spec: days(9), next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
    conditions: { [asId<'condition'>('seen')]: { kind: 'events', pattern: { kind: 'page' }, atLeast: 1 } },
    exits: [{ id: 'seen', key: asId('seen') }],
  });
  const { context, journey, row, at } = await start({ plan: old });
  const choices = { [asId<'node'>('wait')]: { kind: 'move', to: asId<'node'>('other'), at: 'old-time' } } as const;
  await publishPlan({ context, plan: renewed, journey, choices });
  await look({ context, enrollment: row.id });
  expect(await readRow(at)).toMatchObject({ node: 'wait', moveTo: 'other', until: row.until });
  return { context, row, at };
}

it('hears exits and other events while it waits to be moved off a node that is gone', async () => {
  const { context, row, at } = await startMoving();
  await storeEvents({
    context,
    events: [{ lead: row.leadId, name: 'page-viewed', thing: { kind: 'page', key: 'example.jp/', path: '/' } }],
  });
  await look({ context, enrollment: row.id });
  expect(await readRow(at)).toMatchObject({ state: 'ended', reason: 'exit', moveTo: null });
});

it('is to be moved nowhere any more once it was taken out', async () => {
  const { context, row, at } = await startMoving();
  await removePassage({ context, input: { enrollment: row.id } });
  const ended = await readRow(at);
  expect(ended).toMatchObject({ state: 'ended', reason: 'removed', moveTo: null, until: null, lookAt: null });
  expect((await readPath(at)).at(-1)).toBe('removed→end');
});
