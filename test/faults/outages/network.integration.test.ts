import { outbox } from '@sodate/database/schema/enrollment';
import { gt } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { checkInvariants } from '../check-invariants.ts';
import { type FaultHost, startFaultHost } from '../start-fault-host.ts';
import { runWorker, type TestWorker } from './run-worker.ts';
import { startNetwork, type TestNetwork } from './start-network.ts';
import { visitUntilEnded } from './visit-until-ended.ts';

const leads = 12;
const soon = { timeout: 60_000, interval: 200 };
const often = { timeout: 60_000, interval: 20 };
const personal = ['坂井', '@example.jp', 'Hello'];

let host: FaultHost;
let database: TestNetwork;
let temporal: TestNetwork;
let worker: TestWorker;

beforeAll(async () => {
  host = await startFaultHost();
  const databaseUrl = new URL(host.orders.databaseUrl);
  database = await startNetwork({ to: Number(databaseUrl.port) });
  temporal = await startNetwork({ to: Number(host.orders.temporalAddress.split(':')[1]) });
  databaseUrl.port = String(database.port);
  const orders = { databaseUrl: databaseUrl.href, temporalAddress: `127.0.0.1:${temporal.port}` };
  worker = runWorker({ host, orders });
});

afterAll(async () => {
  await worker?.stop();
  await Promise.all([database?.close(), temporal?.close()]);
  await host?.stop();
});

async function check(): Promise<string[]> {
  const received = await host.readReceived();
  return checkInvariants({ database: host.context.database, client: host.client, received, personal });
}

/** A workflow without a lead, which a polling worker ends at once. */
async function startProbe(number: number) {
  const enrollment = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const workflowId = `probe/${number}`;
  return host.client.workflow.start('journeyEnrollment', { taskQueue: 'sodate', workflowId, args: [{ enrollment }] });
}

/** Resolves once a probe has lain untouched from one round of asking to the next. */
async function pollingEnds(): Promise<void> {
  let probes = 0;
  let probe = await startProbe(probes);
  await vi.waitFor(
    async () => {
      const { events } = await probe.fetchHistory();
      if (events?.length !== 2) probe = await startProbe(++probes);
      expect(events).toHaveLength(2);
    },
    { ...soon, interval: 1_000 },
  );
}

it('stops polling while the database has gone silent, and goes on over new connections', async () => {
  const rows = await host.letIn(leads);
  await vi.waitFor(async () => expect(await host.readReceived()).not.toEqual([]), often);
  database.lose();
  await pollingEnds();
  database.resume();
  await visitUntilEnded({ host, rows });
  expect(await check()).toEqual([]);
}, 120_000);

it('loses nobody while Temporal is cut off and the database comes and goes', async () => {
  const rows = await host.letIn(leads);
  const known = (await host.readReceived()).length;
  await vi.waitFor(async () => expect((await host.readReceived()).length).toBeGreaterThan(known), often);
  temporal.cut();
  rows.push(...(await host.letIn(leads)));
  const undelivered = () => host.context.database.$count(outbox, gt(outbox.failures, 1));
  await vi.waitFor(async () => expect(await undelivered()).toBeGreaterThan(0), soon);
  database.cut();
  temporal.stall();
  rows.push(...(await host.letIn(leads)));
  database.resume();
  temporal.resume();
  await visitUntilEnded({ host, rows });
  expect(await check()).toEqual([]);
}, 120_000);
