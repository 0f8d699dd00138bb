import { effect, outbox, step } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { lead } from '@sodate/database/schema/lead';
import { asId, type LeadId } from '@sodate/journey/id';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, readRow, testEngine } from '../../../../test/hosts/test-engine.ts';
import { stopJourney } from '../journey/change-journey-state.ts';
import { applyRuleBatch } from './apply-rule-batch.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const hourMs = 3_600_000;
const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;

function waitingFor(days: number) {
  const spec = { duration: { amount: days, unit: 'days' }, zone: 'journey' } as const;
  return planOf({
    ops: [
      { id: 'wait', kind: 'wait', spec, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
}

async function drainRules(): Promise<void> {
  const context = testEngine({ database: db.pool.database });
  while ((await applyRuleBatch({ context })) > 0);
}

it('brings hundreds along in one turn, and tells only those who go on sooner', async () => {
  const context = testEngine({ database: db.pool.database });
  const plan = waitingFor(3);
  const { journey: id, version } = await publishPlan({ context, plan });
  await drainRules();
  const rows = [];
  for (let count = 0; count < 30; count++)
    rows.push(await enter({ context, lead: await newLead({ database: context.database }), version, plan }));
  await context.database.delete(outbox);
  const [soon = asId<'enrollment'>(''), ...later] = rows.map((row) => row.id);
  await context.database.execute(sql`update enrollment set until = until + interval '9 days' where id = ${soon}`);
  const { version: next } = await publishPlan({ context, plan: waitingFor(4), journey: id });
  expect(await applyRuleBatch({ context })).toBe(30);
  for (const one of [soon, ...later]) {
    const row = await readRow({ database: context.database, enrollment: one });
    expect(row).toMatchObject({ versionId: next, rest: 1 });
    expect((row.until ?? 0) - row.arrivedAt).toBe(4 * 24 * hourMs);
    if (one !== soon) expect(row.lookAt).toBe(row.until);
  }
  const told = (await context.database.select().from(outbox)).map(
    ({ body }) => 'enrollment' in body && body.enrollment,
  );
  expect(told).toEqual([soon]);
});

it('gives a mail that waits the text of the new version', async () => {
  const context = testEngine({ database: db.pool.database });
  const mail = (subject: string) =>
    planOf({
      ops: [
        { id: 'mail', kind: 'act', effect: 'send-mail', config: { subject }, external, next: { done: 'end' } },
        { id: 'end', kind: 'end' },
      ],
    });
  const plan = mail('old');
  const { journey: id, version } = await publishPlan({ context, plan });
  await drainRules();
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan });
  await publishPlan({ context, plan: mail('new'), journey: id });
  await drainRules();
  const [waits] = await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
  expect(waits).toMatchObject({ state: 'waiting', config: { subject: 'new' } });
});

describe('a journey that is stopped', () => {
  it('ends hundreds in a few turns, each with its step, its event and its workflow closed', async () => {
    const context = testEngine({ database: db.pool.database });
    const plan = waitingFor(3);
    const { journey: id, version } = await publishPlan({ context, plan });
    await drainRules();
    const rows = [];
    for (let count = 0; count < 60; count++)
      rows.push(await enter({ context, lead: await newLead({ database: context.database }), version, plan }));
    await context.database.delete(outbox);
    await stopJourney({ context, input: { journey: id } });
    expect(await applyRuleBatch({ context })).toBe(50);
    expect(await applyRuleBatch({ context })).toBe(10);
    await drainRules();
    const closed = (await context.database.select().from(outbox)).map(({ body }) => body);
    for (const { id: one, hop, rest, leadId } of rows) {
      const row = await readRow({ database: context.database, enrollment: one });
      expect(row).toMatchObject({ state: 'ended', reason: 'stopped', hop: hop + 1, rest: rest + 1 });
      expect(row).toMatchObject({ until: null, lookAt: null, nudgedAt: null });
      const steps = await context.database.select().from(step).where(eq(step.enrollmentId, one)).orderBy(step.hop);
      expect(steps.at(-1)).toMatchObject({ hop: hop + 1, outcome: 'stopped', fromNode: row.node, toNode: null });
      expect(closed).toContainEqual({ kind: 'close', enrollment: one });
      const [told] = await context.database
        .select()
        .from(event)
        .where(eq(event.enrollmentId, one))
        .orderBy(desc(event.id));
      expect(told).toMatchObject({ name: 'journey-ended', outcome: 'stopped' });
      expect(await lastEventOf(leadId)).toBe(told?.id);
    }
  });

  it('drops what waits to be sent, and lets what is in the air land first', async () => {
    const context = testEngine({ database: db.pool.database });
    const plan = planOf({
      ops: [
        { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'end' } },
        { id: 'end', kind: 'end' },
      ],
    });
    const { journey: id, version } = await publishPlan({ context, plan });
    await drainRules();
    const enterOne = async () => enter({ context, lead: await newLead({ database: context.database }), version, plan });
    const [waits, flies] = [await enterOne(), await enterOne()];
    await context.database.update(effect).set({ state: 'claimed' }).where(eq(effect.enrollmentId, flies.id));
    await stopJourney({ context, input: { journey: id } });
    await drainRules();
    expect(await readRow({ database: context.database, enrollment: waits.id })).toMatchObject({ reason: 'stopped' });
    expect(await readRow({ database: context.database, enrollment: flies.id })).toMatchObject({ state: 'acting' });
    const states = await context.database
      .select({ of: effect.enrollmentId, state: effect.state })
      .from(effect)
      .where(inArray(effect.enrollmentId, [waits.id, flies.id]));
    expect(Object.fromEntries(states.map(({ of, state }) => [of, state]))).toEqual({
      [waits.id]: 'dropped',
      [flies.id]: 'claimed',
    });
  });

  async function lastEventOf(id: LeadId): Promise<number | undefined> {
    const [found] = await db.pool.database.select({ last: lead.lastEventId }).from(lead).where(eq(lead.id, id));
    return found?.last;
  }
});
