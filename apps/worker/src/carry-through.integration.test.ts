import { type EnrollmentRow, outbox } from '@sodate/database/schema/enrollment';
import { anyRest } from '@sodate/services/engine/workflow-port';
import { storeEvents } from '@sodate/services/event/store-events';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildWorkflows } from '../../../test/build-workflows.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { readableText } from '../../../test/faults/check-temporal.ts';
import { faultTimings } from '../../../test/faults/zoo/fault-timings.ts';
import { planOf } from '../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, readPath, readRow, testEngine } from '../../../test/hosts/test-engine.ts';
import { startTemporal, type TestTemporal } from '../../../test/start-temporal.ts';
import { type RunningWorker, startWorker } from './serve.ts';
import { connectClient } from './temporal/connect-client.ts';

let db: TestDatabase;
let temporal: TestTemporal;
let worker: RunningWorker;

beforeAll(async () => {
  [db, temporal] = await Promise.all([createTestDatabase(), startTemporal(), buildWorkflows()]);
  worker = await launch();
});

afterAll(async () => {
  await worker?.close();
  await temporal?.stop();
  await db?.drop();
});

function launch(): Promise<RunningWorker> {
  return startWorker({
    timings: faultTimings,
    config: {
      databaseUrl: db.url,
      temporalAddress: temporal.address,
      temporalNamespace: temporal.namespace,
      smtpUrl: 'smtp://127.0.0.1:9',
      publicUrl: 'http://sodate.test',
      logLevel: 'silent',
    },
  });
}

const listenThenEnd = planOf({
  ops: [
    {
      id: 'wait',
      kind: 'wait',
      spec: { duration: { amount: 0.02, unit: 'minutes' }, zone: 'journey' },
      next: { done: 'listen' },
    },
    {
      id: 'listen',
      kind: 'listen',
      events: [{ outcome: 'seen', pattern: { kind: 'page', url: { match: 'prefix', value: '/price' } } }],
      conditions: [],
      next: { seen: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

/** Asks once a year whether the lead has looked at the prices; its year is a moment long. */
const everyYear = planOf({
  visitLimit: 1_000_000,
  ops: [
    {
      id: 'year',
      kind: 'listen',
      events: [{ outcome: 'seen', pattern: { kind: 'page', url: { match: 'prefix', value: '/price' } } }],
      conditions: [],
      timeout: { outcome: 'late', spec: { duration: { amount: 0.001, unit: 'minutes' }, zone: 'journey' } },
      next: { seen: 'end', late: 'year' },
    },
    { id: 'end', kind: 'end' },
  ],
});

async function begin(plan = listenThenEnd): Promise<{
  row: EnrollmentRow;
  at: { database: TestDatabase['pool']['database']; enrollment: EnrollmentRow['id'] };
}> {
  const context = testEngine({ database: db.pool.database });
  const { version } = await publishPlan({ context, plan });
  const lead = await newLead({ database: context.database });
  const row = await enter({ context, lead, version, plan });
  return { row, at: { database: context.database, enrollment: row.id } };
}

function visitPrice(row: EnrollmentRow) {
  const context = testEngine({ database: db.pool.database });
  return storeEvents({
    context,
    events: [
      { lead: row.leadId, name: 'page-viewed', thing: { kind: 'page', key: 'example.jp/price', path: '/price' } },
    ],
  });
}

it('carries a lead over a real timer and a real nudge, with a short history and no personal data in it', async () => {
  const { row, at } = await begin();
  await vi.waitFor(async () => expect(await readPath(at)).toContain('done→listen'), { timeout: 20_000, interval: 100 });
  await visitPrice(row);
  await vi.waitFor(async () => expect((await readRow(at)).state).toBe('ended'), { timeout: 20_000, interval: 100 });
  const { client, close } = await connectClient({ address: temporal.address, namespace: temporal.namespace });
  const handle = client.workflow.getHandle(`enrollment/${row.id}`);
  await handle.result();
  const history = await handle.fetchHistory();
  expect(history.events?.length).toBeLessThan(20);
  const words = readableText(historyToJSON(history));
  expect(words).toContain(JSON.stringify({ enrollment: row.id }));
  expect(words).not.toContain('坂井');
  await close();
});

it('finds a passage whose nudge was lost', async () => {
  const { row, at } = await begin();
  await vi.waitFor(async () => expect(await readPath(at)).toContain('done→listen'), { timeout: 20_000, interval: 100 });
  await db.pool.database.transaction(async (database) => {
    const context = testEngine({ database });
    await storeEvents({
      context,
      events: [
        { lead: row.leadId, name: 'page-viewed', thing: { kind: 'page', key: 'example.jp/price', path: '/price' } },
      ],
    });
    await database.delete(outbox).where(sql`body ->> 'enrollment' = ${row.id}`);
  });
  await vi.waitFor(async () => expect((await readRow(at)).state).toBe('ended'), { timeout: 40_000, interval: 200 });
});

it('carries a lead round and round without end, each history giving way to a new one', async () => {
  const { row, at } = await begin(everyYear);
  const { client, close } = await connectClient({ address: temporal.address, namespace: temporal.namespace });
  const handle = client.workflow.getHandle(`enrollment/${row.id}`);
  const soon = { timeout: 60_000, interval: 100 };
  const { runId } = await vi.waitFor(() => handle.describe(), soon);
  const often = { ...soon, interval: 10 };
  await vi.waitFor(async () => {
    await handle.signal('nudge', anyRest);
    expect((await handle.describe()).runId).not.toBe(runId);
  }, often);
  const { visit } = await readRow(at);
  expect(visit).toBeGreaterThan(5);
  await vi.waitFor(async () => expect((await readRow(at)).visit).toBeGreaterThan(visit), soon);
  // A visit after a moment's deadline and before the look belongs to no year: one of the next will be heard.
  await vi.waitFor(async () => {
    await visitPrice(row);
    expect((await readRow(at)).state).toBe('ended');
  }, soon);
  const first = client.workflow.getHandle(handle.workflowId, runId, { followRuns: false });
  expect((await first.describe()).status.name).toBe('CONTINUED_AS_NEW');
  await close();
}, 90_000);

it('goes on after Temporal was killed and came back', async () => {
  const { row, at } = await begin();
  await vi.waitFor(async () => expect(await readPath(at)).toContain('done→listen'), { timeout: 20_000, interval: 100 });
  await temporal.kill();
  await visitPrice(row);
  await temporal.restart();
  await vi.waitFor(async () => expect((await readRow(at)).state).toBe('ended'), { timeout: 50_000, interval: 200 });
});
