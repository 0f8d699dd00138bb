import { effect, enrollment, outbox } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { lead } from '@sodate/database/schema/lead';
import { asId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { and, count, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { bulkHost, end, waitDay, waitingPlan } from '../../../../test/hosts/bulk-host.ts';
import { type DrawnOp, planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, look, publishPlan, readPath, testEngine } from '../../../../test/hosts/test-engine.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { listRefusals } from '../journey/list-refusals.ts';
import { startBulkEnrolment } from './start-bulk-enrolment.ts';

let db: TestDatabase;
let context: EngineContext;
let host: ReturnType<typeof bulkHost>;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

beforeEach(async () => {
  context = testEngine({ database: db.pool.database });
  host = bulkHost({ context });
  await db.pool.sql`truncate bulk_enrolment, outbox`;
  await db.pool.sql`update lead set deleted_at = now()`;
});

it('leaves each lead as if a person had added it', async () => {
  const [byHand = asId('')] = await host.newLeads(1, { zone: 'Europe/Berlin' });
  const published = await publishPlan({ context, plan: waitingPlan });
  const alone = await enter({ context, lead: byHand, version: published.version, plan: waitingPlan });
  await context.database
    .update(lead)
    .set({ deletedAt: asInstant(Date.now()) })
    .where(eq(lead.id, byHand));
  const [inBulk = asId('')] = await host.newLeads(1, { zone: 'Europe/Berlin' });
  await startBulkEnrolment({ context, input: { journey: published.journey, filter: {} } });
  await host.runAll();
  const [row] = await context.database.select().from(enrollment).where(eq(enrollment.leadId, inBulk));
  const { id, leadId, arrivedAt, until, lookAt, enteredAt, ...same } = alone;
  expect(row).toMatchObject(same);
  expect((row?.until ?? 0) - (row?.arrivedAt ?? 0)).toBe((until ?? 0) - arrivedAt);
  expect(row?.lookAt).toBe(row?.until);
  const paths = await Promise.all(
    [id, row?.id ?? id].map((one) => readPath({ database: db.pool.database, enrollment: one })),
  );
  expect(paths[0]).toEqual(paths[1]);
  const [kept] = await context.database.select().from(lead).where(eq(lead.id, inBulk));
  const [stored] = await context.database
    .select()
    .from(event)
    .where(eq(event.enrollmentId, row?.id ?? id));
  expect(kept?.lastEventId).toBe(stored?.id);
});

it('counts who is refused, by reason, and lists them', async () => {
  const branch = { kind: 'stage', oneOf: ['mql'] } as const;
  const plan = planOf({
    ops: [waitDay, end],
    audience: asId('mql'),
    conditions: { [asId<'condition'>('mql')]: branch },
    reentry: { kind: 'after-days', days: 10 },
  });
  const { journey, version } = await publishPlan({ context, plan });
  const [inside, recent, longAgo] = await host.newLeads(3, { stage: 'mql' });
  await host.newLeads(2, { stage: 'lead' });
  for (const [who, daysAgo] of [
    [inside, 0],
    [recent, 9],
    [longAgo, 11],
  ] as const) {
    const row = await enter({ context, lead: who ?? asId(''), version, plan });
    if (daysAgo > 0)
      await db.pool.sql`update enrollment set state = 'ended', look_at = null, until = null,
        entered_at = entered_at - ${daysAgo} * interval '1 day' where id = ${row.id}`;
  }
  const { id: job } = await startBulkEnrolment({ context, input: { journey, filter: {} } });
  await host.runAll();
  expect(await host.read(job)).toMatchObject({
    state: 'done',
    expected: 5,
    entered: 1,
    refused: { 'already-in': 1, 'came-before': 1, 'not-in-audience': 2 },
  });
  expect((await host.entered(journey)).toSorted()).toEqual([inside, longAgo].toSorted());
  const { rows } = await listRefusals({ context, input: { journey, limit: 10 } });
  expect(rows.map(({ reason }) => reason).toSorted()).toEqual([
    'already-in',
    'came-before',
    'not-in-audience',
    'not-in-audience',
  ]);
  expect(rows.find(({ reason }) => reason === 'already-in')?.lead).toBe(inside);
});

it('places the effect of a journey that begins with a mail, and the next look sends it', async () => {
  await host.newLeads(2);
  const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
  const mail: DrawnOp = { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'wait' } };
  const { journey } = await host.begin({ plan: planOf({ ops: [mail, waitDay, end] }) });
  await host.runAll();
  const effects = await context.database.select().from(effect).where(eq(effect.journeyId, journey));
  expect(effects.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  for (const one of effects) await look({ context, enrollment: one.enrollmentId ?? asId('') });
  const [row] = await context.database
    .select({ sent: count() })
    .from(effect)
    .where(and(eq(effect.journeyId, journey), eq(effect.state, 'sent')));
  expect(row?.sent).toBe(2);
});

it('ends passages at once where the trigger leads nowhere, and starts nothing for them', async () => {
  await host.newLeads(2);
  const plan = { ...waitingPlan, entries: waitingPlan.entries.map(({ node, trigger }) => ({ node, trigger })) };
  const { journey } = await host.begin({ plan });
  await host.runAll();
  const rows = await context.database.select().from(enrollment).where(eq(enrollment.journeyId, journey));
  expect(rows.map(({ state, reason, lookAt }) => ({ state, reason, lookAt }))).toEqual(
    Array(2).fill({ state: 'ended', reason: 'completed', lookAt: null }),
  );
  expect(await context.database.select().from(outbox)).toEqual([]);
  const names = await context.database.select({ name: event.name }).from(event).where(eq(event.journeyId, journey));
  expect(names.map(({ name }) => name).toSorted()).toEqual([
    'journey-ended',
    'journey-ended',
    'journey-entered',
    'journey-entered',
  ]);
});

it('has a journey with exits looked at soon after: the rest may be over before it began', async () => {
  await host.newLeads(1, { stage: 'customer' });
  const plan = planOf({
    ops: [waitDay, end],
    exits: [{ id: 'x', key: asId('customer') }],
    conditions: { [asId<'condition'>('customer')]: { kind: 'stage', oneOf: ['customer'] } },
  });
  const { journey } = await host.begin({ plan });
  await host.runAll();
  const [start] = await context.database.select().from(outbox);
  expect(start?.body).toMatchObject({ startAt: 'now' });
  const [row] = await context.database.select().from(enrollment).where(eq(enrollment.journeyId, journey));
  expect(row?.lookAt).not.toBeNull();
  await look({ context, enrollment: row?.id ?? asId('') });
  expect(await host.entered(journey)).toEqual([]);
});

it('wakes a passage elsewhere that waits until the lead is in the journey', async () => {
  const [who = asId('')] = await host.newLeads(1);
  const { journey } = await publishPlan({ context, plan: waitingPlan });
  const inThere = asId<'condition'>('in-there');
  const listening = planOf({
    ops: [
      { id: 'listen', kind: 'listen', events: [], conditions: [{ outcome: 'in', key: inThere }], next: { in: 'end' } },
      end,
    ],
    conditions: { [inThere]: { kind: 'journey', journey, state: 'in' } },
  });
  const other = await publishPlan({ context, plan: listening });
  const row = await enter({ context, lead: who, version: other.version, plan: listening });
  await context.database.delete(outbox);
  await startBulkEnrolment({ context, input: { journey, filter: {} } });
  await host.runAll();
  const bodies = (await context.database.select().from(outbox)).map(({ body }) => body);
  expect(bodies).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'nudge', enrollment: row.id })]));
});
