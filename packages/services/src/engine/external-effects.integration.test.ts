import { effect, effectAttempt } from '@sodate/database/schema/enrollment';
import { plus } from '@sodate/journey/time/instant';
import type { Duration } from '@sodate/journey/time/wait-spec';
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
  readSteps,
  scriptedChannel,
  skip,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import { retryPassage } from '../enrollment/change-passage.ts';
import { getPassage, listPassageSteps } from '../enrollment/get-passage.ts';
import { listPassages } from '../lead/list-passages.ts';
import { readClock } from './clock.ts';
import { perform } from './perform.ts';

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

it('tries a surely undelivered mail again, and leaves the lead stuck once its attempts are used up', async () => {
  const channel = scriptedChannel();
  channel.script.push(
    ...Array.from({ length: 3 }, () => ({ kind: 'surely-not', error: '451 busy', again: true }) as const),
  );
  const { context, lead, row, at } = await start({ channel });
  const nextTry = async () => (await listPassages({ context, input: { lead } }))[0]?.nextTry;
  expect(await nextTry()).toBeNull();
  await skip({ ...at, byMs: 3 * dayMs });
  for (let look1 = 0; look1 < 3; look1++) {
    const rest = await look({ context, enrollment: row.id });
    if (look1 < 2) {
      expect(rest.kind).toBe('queued');
      const told = { at: expect.stringContaining('T'), failed: look1 + 1 };
      expect(await nextTry()).toEqual(told);
      expect((await getPassage({ context, input: { enrollment: row.id } })).effect?.nextTry).toEqual(told);
      const { rows } = await listPassageSteps({ context, input: { enrollment: row.id, limit: 100 } });
      expect(rows.at(-1)?.send).toMatchObject({ nextTry: told, error: { en: expect.stringContaining('451 busy') } });
    }
    await context.database.update(effect).set({ nextTryAt: null }).where(eq(effect.enrollmentId, row.id));
  }
  expect(channel.sent).toEqual([]);
  expect(await readRow(at)).toMatchObject({ state: 'stuck', node: 'mail' });
  expect((await readRow(at)).stuckWhy?.en).toContain('451 busy');
  expect((await listPassages({ context, input: { lead } }))[0]?.stuckWhy?.en).toContain('451 busy');
});

it('tries a stuck mail again when a person asks, as often as at first', async () => {
  const channel = scriptedChannel();
  const busy = { kind: 'surely-not', error: '451 busy', again: true } as const;
  channel.script.push(busy, busy, busy, busy);
  const { context, row, at } = await start({ channel });
  await skip({ ...at, byMs: 3 * dayMs });
  const tryOnce = async () => {
    await context.database.update(effect).set({ nextTryAt: null }).where(eq(effect.enrollmentId, row.id));
    await look({ context, enrollment: row.id });
  };
  for (let tries = 0; tries < 3; tries++) await tryOnce();
  expect((await readRow(at)).state).toBe('stuck');
  await retryPassage({ context, input: { enrollment: row.id } });
  await tryOnce();
  expect((await readRow(at)).state).toBe('acting');
  await tryOnce();
  expect(await readRow(at)).toMatchObject({ state: 'resting', node: 'listen', stuckWhy: null });
  const attempts = await context.database
    .select({ result: effectAttempt.result })
    .from(effectAttempt)
    .innerJoin(effect, eq(effect.key, effectAttempt.key))
    .where(eq(effect.enrollmentId, row.id))
    .orderBy(effectAttempt.attempt);
  expect(attempts.map(({ result }) => result)).toEqual([...Array(4).fill('surely-not'), 'sent']);
});

it('never repeats a mail of unknown fate: it is listed, and the lead goes on', async () => {
  const channel = scriptedChannel();
  channel.script.push({ kind: 'unknown', error: 'cut after the dot' });
  const { context, row, at } = await start({ channel });
  await skip({ ...at, byMs: 3 * dayMs });
  await look({ context, enrollment: row.id });
  await look({ context, enrollment: row.id });
  expect(channel.sent).toHaveLength(1);
  expect((await readPath(at)).at(-1)).toBe('done→listen');
  const [listed] = await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
  expect(listed?.state).toBe('ambiguous');
});

it('takes a claim whose lease is over as ambiguous, and accepts the late report', async () => {
  const channel = scriptedChannel();
  const { context, row, at } = await start({ channel });
  await skip({ ...at, byMs: 3 * dayMs });
  channel.during = async () => {
    channel.during = undefined;
    await context.database
      .update(effect)
      .set({ leaseUntil: plus(await readClock({ context }), -1) })
      .where(eq(effect.enrollmentId, row.id));
    await look({ context, enrollment: row.id });
    const [meanwhile] = await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
    expect(meanwhile?.state).toBe('ambiguous');
  };
  await look({ context, enrollment: row.id });
  const [settled] = await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
  expect(settled?.state).toBe('sent');
  expect(channel.sent).toHaveLength(1);
});

it('accepts the late report that a send arrived, though a person has let the lead go on without it', async () => {
  const channel = scriptedChannel();
  const { context, row, at } = await start({ channel });
  await skip({ ...at, byMs: 3 * dayMs });
  const readSends = () => context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
  channel.during = async () => {
    channel.during = undefined;
    // What skipping or moving a stuck lead makes of a send of unknown fate.
    await context.database.update(effect).set({ state: 'dropped' }).where(eq(effect.enrollmentId, row.id));
  };
  await look({ context, enrollment: row.id });
  expect(channel.sent).toHaveLength(1);
  expect(await readSends()).toMatchObject([{ state: 'sent', doubled: false }]);
});

it('gives the claim back when half of its lease has passed before the dot', async () => {
  const channel = scriptedChannel();
  const clock = { ms: 0 };
  const { row, at } = await start({ channel });
  const context = testEngine({ database: db.pool.database, channel, monotonicMs: () => clock.ms });
  await skip({ ...at, byMs: 3 * dayMs });
  channel.during = async () => {
    channel.during = undefined;
    clock.ms += 8_000;
  };
  await look({ context, enrollment: row.id });
  expect(channel.sent).toEqual([]);
  const attempts = await context.database.select().from(effectAttempt);
  expect(attempts.find(({ key }) => key.includes(row.id))?.result).toBe('given-back');
});

it('sends a queued effect once, though two workers were asked', async () => {
  const channel = scriptedChannel();
  const { context: inline, row, at } = await start({ channel });
  const context = { ...inline, timings: { ...inline.timings, inlineLimitMs: 0 } };
  await skip({ ...at, byMs: 3 * dayMs });
  const rest = await look({ context, enrollment: row.id });
  if (rest.kind !== 'queued') throw new Error('not queued');
  expect(rest).toMatchObject({ queue: 'channel-external', limitMs: 5_000 });
  await Promise.all([perform({ context, effect: rest.effect }), perform({ context, effect: rest.effect })]);
  expect(channel.sent).toHaveLength(1);
  await look({ context, enrollment: row.id });
  expect((await readPath(at)).at(-1)).toBe('done→listen');
});

it('goes on without a mail that may not be sent, and keeps the reason', async () => {
  const channel = scriptedChannel();
  channel.prepared = () => ({ kind: 'not-sent', reason: 'unsubscribed' });
  const { context, row, at } = await start({ channel });
  await skip({ ...at, byMs: 3 * dayMs });
  await look({ context, enrollment: row.id });
  const steps = await readSteps(at);
  expect(steps.at(-1)).toMatchObject({ outcome: 'done', seen: [{ fact: 'not-sent', value: 'unsubscribed' }] });
  const { rows } = await listPassageSteps({ context, input: { enrollment: row.id, limit: 100 } });
  expect(rows.at(-1)?.outcomeLabel?.ja).toBe('送らずに先へ');
});
