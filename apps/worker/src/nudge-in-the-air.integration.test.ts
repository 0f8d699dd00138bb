import type { Effect } from '@sodate/nodes/kit/effect';
import { anyRest } from '@sodate/services/engine/workflow-port';
import { realTimings } from '@sodate/services/timings';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildWorkflows } from '../../../test/build-workflows.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { planOf } from '../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, readPath, readRow, testEngine } from '../../../test/hosts/test-engine.ts';
import { startTemporal, type TestTemporal } from '../../../test/start-temporal.ts';
import { type RunningWorker, startWorker } from './serve.ts';
import { connectClient } from './temporal/connect-client.ts';

let db: TestDatabase;
let temporal: TestTemporal;
let worker: RunningWorker;

const sends: (() => void)[] = [];

/** Sends that land only when the test says so. */
const held: Effect = {
  kind: 'external',
  send: () => new Promise((resolve) => sends.push(() => resolve({ kind: 'sent' }))),
};

beforeAll(async () => {
  [db, temporal] = await Promise.all([createTestDatabase(), startTemporal(), buildWorkflows()]);
  worker = await startWorker({
    timings: realTimings,
    nodeTypes: { catalog: new Map(), effects: new Map([['held', held]]), described: [], broken: [], doubtful: [] },
    config: {
      databaseUrl: db.url,
      temporalAddress: temporal.address,
      temporalNamespace: temporal.namespace,
      smtpUrl: 'smtp://127.0.0.1:9',
      publicUrl: 'http://sodate.test',
      logLevel: 'silent',
    },
  });
});

afterAll(async () => {
  for (const land of sends) land();
  await worker?.close();
  await temporal?.stop();
  await db?.drop();
});

const sending = planOf({
  ops: [
    {
      id: 'send',
      kind: 'act',
      effect: 'held',
      config: {},
      external: { channel: 'external', limitMs: 20_000, repeatable: false, onAmbiguous: 'hold', attempts: 3 },
      next: { done: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

it('goes on as soon as a queued send lands, though it was nudged while that was in the air', async () => {
  const context = testEngine({ database: db.pool.database });
  const { version } = await publishPlan({ context, plan: sending });
  const lead = await newLead({ database: context.database });
  const row = await enter({ context, lead, version, plan: sending });
  const at = { database: context.database, enrollment: row.id };
  const soon = { timeout: 20_000, interval: 50 };
  await vi.waitFor(() => expect(sends).toHaveLength(1), soon);
  const { lookAt: queuedUntil } = await readRow(at);
  const { client, close } = await connectClient({ address: temporal.address, namespace: temporal.namespace });
  await client.workflow.getHandle(`enrollment/${row.id}`).signal('nudge', anyRest);
  // The look that the nudge asked for rests until the lease is over: well before a queued effect is looked at again.
  await vi.waitFor(async () => expect((await readRow(at)).lookAt).toBeLessThan(queuedUntil ?? 0), soon);
  expect((await readRow(at)).state).toBe('acting');
  sends[0]?.();
  await vi.waitFor(async () => expect((await readRow(at)).state).toBe('ended'), { timeout: 5_000, interval: 50 });
  expect((await readPath(at)).at(-1)).toBe('done→end');
  expect(sends).toHaveLength(1);
  await close();
});
