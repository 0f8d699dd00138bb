import { outbox } from '@sodate/database/schema/enrollment';
import { gt } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { checkInvariants } from '../check-invariants.ts';
import { type FaultHost, startFaultHost } from '../start-fault-host.ts';
import { runWorker, type TestWorker } from './run-worker.ts';
import { startNetwork, type TestNetwork } from './start-network.ts';
import { visitUntilEnded } from './visit-until-ended.ts';

const leads = 12;
const soon = { timeout: 60_000, interval: 100 };
/** Temporal's own clients ask a silent line every 30 s, and give it up 15 s later. */
const givenUpMs = 45_000;

let host: FaultHost;
let temporal: TestNetwork;
let worker: TestWorker;

beforeAll(async () => {
  host = await startFaultHost();
  temporal = await startNetwork({ to: Number(host.orders.temporalAddress.split(':')[1]) });
  worker = runWorker({ host, orders: { temporalAddress: `127.0.0.1:${temporal.port}` } });
});

afterAll(async () => {
  await worker?.stop();
  await temporal?.close();
  await host?.stop();
});

it('goes on with everybody after Temporal took connections and answered none', async () => {
  const { context, client } = host;
  const { pid } = worker.process;
  const rows = await host.letIn(leads);
  await vi.waitFor(async () => expect(await host.readReceived()).not.toEqual([]), soon);
  temporal.lose();
  rows.push(...(await host.letIn(leads)));
  const undelivered = () => context.database.$count(outbox, gt(outbox.failures, 1));
  await vi.waitFor(async () => expect(await undelivered()).toBeGreaterThan(0), soon);

  temporal.resume();
  await visitUntilEnded({ host, rows, withinMs: 60_000 + givenUpMs });
  // The same process: nobody had to start it again.
  expect(worker.process.pid).toBe(pid);
  const received = await host.readReceived();
  expect(received).toHaveLength(2 * rows.length);
  expect(await checkInvariants({ database: context.database, client, received, personal: ['坂井'] })).toEqual([]);
});
