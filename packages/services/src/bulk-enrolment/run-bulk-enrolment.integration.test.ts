import { enrollment, outbox, step } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { lead, leadScore } from '@sodate/database/schema/lead';
import { asId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { bulkHost, waitingPlan } from '../../../../test/hosts/bulk-host.ts';
import { publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { pauseJourney, resumeJourney, stopJourney } from '../journey/change-journey-state.ts';
import { readNodeCounts } from '../journey/read-node-counts.ts';
import { inTransaction } from '../transaction.ts';
import { mostStartsWaiting, runBulkEnrolment } from './run-bulk-enrolment.ts';

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

it('lets every lead of the filter in once, over several slices, with row, step, event and start', async () => {
  const meant = await host.newLeads(1_201, { stage: 'mql' });
  await host.newLeads(3);
  const { journey, job } = await host.begin({ filter: { stages: ['mql'] } });
  await host.runAll();
  expect(await host.read(job)).toMatchObject({ state: 'done', expected: 1_201, entered: 1_201, refused: {} });
  expect((await host.entered(journey)).toSorted()).toEqual(meant.toSorted());
  const rows = await context.database.select().from(enrollment).where(eq(enrollment.journeyId, journey));
  const steps = await context.database.select().from(step).where(eq(step.journeyId, journey));
  expect(steps.map((one) => one.enrollmentId).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  const starts = await context.database.select().from(outbox);
  expect(starts.map(({ body }) => body.kind === 'start' && body.enrollment).toSorted()).toEqual(
    rows.map(({ id }) => id).toSorted(),
  );
  expect(new Set(starts.map(({ priority }) => priority))).toEqual(new Set([5]));
  const events = await context.database.select().from(event).where(eq(event.journeyId, journey));
  expect(events.map((one) => one.enrollmentId).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  expect(await readNodeCounts({ context, input: { journey } })).toMatchObject({ inFlight: 1_201 });
});

it('means the leads of its beginning, and those that fit when their turn comes', async () => {
  const [, gone = asId('')] = await host.newLeads(2);
  const { journey, job } = await host.begin();
  await context.database
    .update(lead)
    .set({ deletedAt: asInstant(Date.now()) })
    .where(eq(lead.id, gone));
  await host.newLeads(1);
  await host.runAll();
  expect(await host.read(job)).toMatchObject({ state: 'done', entered: 1 });
  expect(await host.entered(journey)).toHaveLength(1);
});

it('narrows by score as the list does', async () => {
  const [hot = asId(''), cold = asId('')] = await host.newLeads(2);
  await context.database.insert(leadScore).values([
    { leadId: hot, score: 70, rules: 1 },
    { leadId: cold, score: 10, rules: 1 },
  ]);
  const { journey } = await host.begin({ filter: { scoreAtLeast: 60 } });
  await host.runAll();
  expect(await host.entered(journey)).toEqual([hot]);
});

it('makes a turn again that died before its commit: nobody is left out, nobody enters twice', async () => {
  await host.newLeads(700);
  const { journey, job } = await host.begin();
  await runBulkEnrolment({ context });
  await runBulkEnrolment({ context });
  expect(await host.read(job)).toMatchObject({ entered: 500, state: 'running' });
  const dying = inTransaction({ context }, async (inner) => {
    await runBulkEnrolment({ context: inner });
    throw new Error('killed');
  });
  await expect(dying).rejects.toThrow('killed');
  expect(await host.read(job)).toMatchObject({ entered: 500, state: 'running' });
  await host.runAll();
  expect(await host.read(job)).toMatchObject({ entered: 700, state: 'done' });
  expect(new Set(await host.entered(journey)).size).toBe(700);
});

it('holds back while the outbox has as many starts as it may', async () => {
  await host.newLeads(600);
  const { job } = await host.begin();
  const body = { kind: 'close' as const, enrollment: 'x' };
  const lying = Array.from({ length: mostStartsWaiting - 499 }, () => ({ priority: 5, body }));
  await context.database.insert(outbox).values(lying);
  await host.runAll();
  expect(await runBulkEnrolment({ context })).toBe('full');
  expect(await host.read(job)).toMatchObject({ entered: 0 });
  await context.database
    .delete(outbox)
    .where(inArray(outbox.id, context.database.select({ id: outbox.id }).from(outbox).limit(1)));
  expect(await runBulkEnrolment({ context })).toBe('worked');
  expect(await host.read(job)).toMatchObject({ entered: 500 });
});

it('stays behind the starts of single leads, and lets test leads first', async () => {
  await host.newLeads(2);
  await host.newLeads(1, { test: true });
  await host.begin();
  await host.runAll();
  const rows = await context.database.select().from(outbox).orderBy(outbox.priority);
  expect(rows.map(({ priority }) => priority)).toEqual([1, 5, 5]);
});

it('waits while the journey is paused, and lets a second job go on meanwhile', async () => {
  await host.newLeads(3);
  const paused = await host.begin();
  await pauseJourney({ context, input: { journey: paused.journey } });
  const other = await host.begin();
  await host.runAll();
  expect(await host.read(paused.job)).toMatchObject({ state: 'running', entered: 0 });
  expect(await host.read(other.job)).toMatchObject({ state: 'done', entered: 3 });
  await resumeJourney({ context, input: { journey: paused.journey, deadlines: 'keep' } });
  await host.runAll();
  expect(await host.read(paused.job)).toMatchObject({ state: 'done', entered: 3 });
});

it('ends where the journey is stopped, or a new version lets nobody in by hand', async () => {
  await host.newLeads(1);
  const stopped = await host.begin();
  const closed = await host.begin();
  await stopJourney({ context, input: { journey: stopped.journey } });
  await publishPlan({ context, plan: { ...waitingPlan, entries: [] }, journey: closed.journey });
  await host.runAll();
  expect(await host.read(stopped.job)).toMatchObject({ state: 'ended', endedWhy: 'journey-stopped', entered: 0 });
  expect(await host.read(closed.job)).toMatchObject({ state: 'ended', endedWhy: 'no-door', entered: 0 });
});
