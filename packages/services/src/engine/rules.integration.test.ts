import { enrollment, outbox } from '@sodate/database/schema/enrollment';
import { journey } from '@sodate/database/schema/journey';
import { asId } from '@sodate/journey/id';
import { plus } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import {
  enter,
  look,
  newLead,
  publishPlan,
  readRow,
  scriptedChannel,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import { retryPassage } from '../enrollment/change-passage.ts';
import { holdTriggerSet } from '../enrollment/trigger-set.ts';
import { pauseJourney, resumeJourney, stopJourney } from '../journey/change-journey-state.ts';
import { applyRuleBatch } from './apply-rule-batch.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const hourMs = 3_600_000;
const waiting = planOf({
  ops: [
    {
      id: 'wait',
      kind: 'wait',
      spec: { duration: { amount: 3, unit: 'days' }, zone: 'journey' },
      next: { done: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

async function start() {
  const context = testEngine({ database: db.pool.database });
  const { journey: id, version } = await publishPlan({ context, plan: waiting });
  await drainRules();
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan: waiting });
  return { context, input: { journey: id }, row, at: { database: context.database, enrollment: row.id } };
}

async function drainRules(): Promise<void> {
  const context = testEngine({ database: db.pool.database });
  while ((await applyRuleBatch({ context })) > 0);
}

beforeEach(async () => {
  await db.pool.database.delete(outbox);
});

async function nudges(): Promise<number> {
  return (await db.pool.database.select().from(outbox)).filter(({ body }) => body.kind === 'nudge').length;
}

it('shifts deadlines by the length of the pause, once, whoever comes first', async () => {
  const { context, input, row, at } = await start();
  await pauseJourney({ context, input });
  await context.database
    .update(journey)
    .set({ pausedAt: sql`${journey.pausedAt} - interval '5 hours'` })
    .where(eq(journey.id, input.journey));
  await context.database.execute(
    sql`update enrollment set arrived_at = arrived_at - interval '10 hours' where id = ${row.id}`,
  );
  await resumeJourney({ context, input: { ...input, deadlines: 'shift' } });
  await look({ context, enrollment: row.id });
  const shifted = await readRow(at);
  expect(shifted.until).toBeGreaterThanOrEqual(plus(row.until ?? row.enteredAt, 5 * hourMs));
  await drainRules();
  expect((await readRow(at)).until).toBe(shifted.until);
});

it('keeps deadlines on demand, and wakes those that looked while it was paused', async () => {
  const { context, input, row, at } = await start();
  await pauseJourney({ context, input });
  await look({ context, enrollment: row.id });
  expect(await readRow(at)).toMatchObject({ heldBy: 'pause', lookAt: null });
  await resumeJourney({ context, input: { ...input, deadlines: 'keep' } });
  await drainRules();
  expect((await readRow(at)).until).toBe(row.until);
  expect(await nudges()).toBe(1);
});

it('needs no nudge where a deadline only moves later', async () => {
  const { context, input } = await start();
  await pauseJourney({ context, input });
  await resumeJourney({ context, input: { ...input, deadlines: 'shift' } });
  await drainRules();
  expect(await nudges()).toBe(0);
});

it('nudges those whose new deadline is earlier', async () => {
  const { context, input, row, at } = await start();
  const shorter = planOf({
    ops: [
      {
        id: 'wait',
        kind: 'wait',
        spec: { duration: { amount: 1, unit: 'days' }, zone: 'journey' },
        next: { done: 'end' },
      },
      { id: 'end', kind: 'end' },
    ],
  });
  await publishPlan({ context, plan: shorter, journey: input.journey });
  await drainRules();
  expect((await readRow(at)).until).toBe(plus(row.arrivedAt, 24 * hourMs));
  expect(await nudges()).toBe(1);
});

it('ends everybody when the journey is stopped, and lets nobody in', async () => {
  const { context, input, at } = await start();
  await stopJourney({ context, input });
  await drainRules();
  expect(await readRow(at)).toMatchObject({ state: 'ended', reason: 'stopped' });
  const [row] = await context.database.select().from(journey).where(eq(journey.id, input.journey));
  const version = row?.liveVersionId;
  if (!version) throw new Error('no version');
  await expect(
    enter({ context, lead: await newLead({ database: context.database }), version, plan: waiting }),
  ).rejects.toThrow('not-live');
});

it('says what cannot be done to a journey in its state', async () => {
  const { context, input } = await start();
  await expect(resumeJourney({ context, input: { ...input, deadlines: 'keep' } })).rejects.toMatchObject({
    kind: 'conflict',
  });
  await stopJourney({ context, input });
  await expect(pauseJourney({ context, input })).rejects.toMatchObject({ kind: 'conflict' });
});

it('leaves a lead whose mail is in the air to its own look, without asking again and again', async () => {
  const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
  const mailing = planOf({
    ops: [
      { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'wait' } },
      { id: 'wait', kind: 'wait', spec: { duration: { amount: 3, unit: 'days' }, zone: 'journey' }, next: {} },
    ],
  });
  const channel = scriptedChannel();
  const context = testEngine({ database: db.pool.database, channel });
  const { journey: id, version } = await publishPlan({ context, plan: mailing });
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan: mailing });
  await drainRules();
  channel.during = async () => {
    await stopJourney({ context, input: { journey: id } });
    expect(await applyRuleBatch({ context })).toBe(0);
  };
  await look({ context, enrollment: row.id });
  expect(channel.sent).toHaveLength(1);
  await drainRules();
  const ended = await readRow({ database: context.database, enrollment: row.id });
  expect(ended).toMatchObject({ state: 'ended', reason: 'stopped' });
});

it('publishes while somebody is entering, neither waiting for the other in a circle', async () => {
  const { context, input, row } = await start();
  const lead = await newLead({ database: context.database });
  let publishing: Promise<unknown> = Promise.resolve();
  await context.database.transaction(async (database) => {
    const inner = { ...context, database };
    await holdTriggerSet({ context: inner });
    publishing = publishPlan({ context, plan: waiting, journey: input.journey });
    await expect.poll(() => waitsForTriggers()).toBe(true);
    await enter({ context: inner, lead, version: row.versionId, plan: waiting });
  });
  await publishing;
  expect(await deadlocks()).toBe(0);
});

async function waitsForTriggers(): Promise<boolean> {
  const [row] = await db.pool.database.execute<{ waits: boolean }>(
    sql`select exists (select from pg_locks where locktype = 'advisory' and not granted) as waits`,
  );
  return row?.waits === true;
}

async function deadlocks(): Promise<number> {
  await db.pool.database.execute(sql`select pg_stat_force_next_flush()`);
  const [row] = await db.pool.database.execute<{ count: number }>(
    sql`select deadlocks::int as count from pg_stat_database where datname = current_database()`,
  );
  return row?.count ?? 0;
}

it('goes on with everybody else where a rule cannot be applied to one', async () => {
  const { context, input, row, at } = await start();
  const other = await enter({
    context,
    lead: await newLead({ database: context.database }),
    version: row.versionId,
    plan: waiting,
  });
  // A calendar that is not there: this lead's new deadline cannot be measured.
  const unmeasurable = planOf({
    ops: [
      {
        id: 'wait',
        kind: 'wait',
        spec: { duration: { amount: 1, unit: 'business-days' }, zone: 'journey', calendar: asId(row.id) },
        next: { done: 'end' },
      },
      {
        id: 'other',
        kind: 'wait',
        spec: { duration: { amount: 1, unit: 'days' }, zone: 'journey' },
        next: { done: 'end' },
      },
      { id: 'end', kind: 'end' },
    ],
  });
  await context.database
    .update(enrollment)
    .set({ op: asId('other'), node: asId('other') })
    .where(eq(enrollment.id, other.id));
  await publishPlan({ context, plan: unmeasurable, journey: input.journey });
  await drainRules();
  expect((await readRow(at)).state).toBe('stuck');
  const retried = await retryPassage({ context, input: { enrollment: row.id } });
  expect(retried).toMatchObject({ state: 'resting', stuckWhy: null });
  expect(await look({ context, enrollment: row.id })).toMatchObject({ kind: 'resting' });
  expect((await readRow({ ...at, enrollment: other.id })).until).toBe(plus(other.arrivedAt, 24 * hourMs));
});
