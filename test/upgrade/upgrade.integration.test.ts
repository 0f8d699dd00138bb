import { connect, type Pool } from '@sodate/database/connect';
import { migrate } from '@sodate/database/migrate';
import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { checkLedger } from '../faults/check-ledger.ts';
import { runWorker, type TestWorker } from '../faults/outages/run-worker.ts';
import { visitUntilEnded } from '../faults/outages/visit-until-ended.ts';
import { readLedger } from '../faults/read-ledger.ts';
import { type FaultHost, startFaultHost } from '../faults/start-fault-host.ts';
import { loadInstallation } from './load-installation.ts';

let host: FaultHost;
let pool: Pool;
let worker: TestWorker;

beforeAll(async () => {
  const [around, { url }] = await Promise.all([
    startFaultHost(),
    loadInstallation({ maintenanceUrl: inject('databaseUrl') }),
  ]);
  await migrate({ url });
  pool = connect({ url, size: 3, name: 'test' });
  host = { ...around, context: { ...around.context, database: pool.database } };
  worker = runWorker({ host, orders: { databaseUrl: url } });
});

afterAll(async () => {
  await worker?.stop();
  await pool?.close();
  await host?.stop();
});

it('goes on with every lead and hand-off of an installation that a former version left behind', async () => {
  const { context, client } = host;
  const rows = await context.database.select().from(enrollment);
  expect(new Set(rows.map(({ op, state }) => `${op} ${state}`))).toEqual(
    new Set(['wait resting', 'first acting', 'listen resting']),
  );
  await visitUntilEnded({ host, rows });
  const fates = await context.database.select({ state: effect.state, op: effect.op }).from(effect);
  const ofMails = fates.filter(({ op }) => op !== null).map(({ state }) => state);
  expect(ofMails.toSorted()).toEqual([...Array(2).fill('ambiguous'), ...Array(2 * rows.length - 2).fill('sent')]);
  expect(checkLedger(await readLedger({ database: context.database }))).toEqual([]);
  const [open] = await context.database.select().from(handoff).where(eq(handoff.state, 'open'));
  const timer = client.workflow.getHandle(`handoff/${open?.id}`);
  await vi.waitFor(async () => expect((await timer.describe()).status.name).toBe('RUNNING'), { timeout: 20_000 });
}, 120_000);
