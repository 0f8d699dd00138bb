import { type EnrollmentRow, enrollment } from '@sodate/database/schema/enrollment';
import { asId } from '@sodate/journey/id';
import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { checkInvariants } from '../check-invariants.ts';
import { type FaultHost, startFaultHost } from '../start-fault-host.ts';
import { runWorker, type TestWorker } from './run-worker.ts';
import { makeClockShiftable, type ShiftClock } from './shift-database-clock.ts';
import { visitUntilEnded } from './visit-until-ended.ts';

const leads = 6;
const hourMs = 3_600_000;
const soon = { timeout: 60_000, interval: 50 };

let host: FaultHost;
let worker: TestWorker;
let shiftDatabase: ShiftClock;

beforeAll(async () => {
  host = await startFaultHost();
  shiftDatabase = await makeClockShiftable({ url: host.orders.databaseUrl });
  // Its sessions were ended: the pool may not know it yet.
  await vi.waitFor(() => host.context.database.$count(enrollment), soon);
  worker = runWorker({ host, preload: new URL('./shift-date.ts', import.meta.url).href });
});

afterAll(async () => {
  await worker?.stop();
  await host?.stop();
});

/** The database's clock, and the wall clock of the worker; Temporal's goes on as it was. */
async function setClocks(byMs: number): Promise<void> {
  worker.process.send({ shiftMs: byMs });
  await shiftDatabase(byMs);
}

async function listening(rows: readonly EnrollmentRow[]): Promise<readonly EnrollmentRow['id'][]> {
  const ids = rows.map(({ id }) => id);
  const found = await host.context.database
    .select({ id: enrollment.id })
    .from(enrollment)
    .where(and(inArray(enrollment.id, ids), eq(enrollment.op, asId('listen')), eq(enrollment.state, 'resting')));
  return found.map(({ id }) => id);
}

it('neither doubles nor loses anybody when the clock is set back an hour and forward again', async () => {
  const rows = await host.letIn(leads);
  await vi.waitFor(async () => expect(await listening(rows)).not.toEqual([]), soon);
  await setClocks(-hourMs);

  // Time has not passed for those who wait: they wait on, and hear what happens meanwhile.
  const newcomers = await host.letIn(leads);
  await visitUntilEnded({ host, rows: newcomers });
  const resting = await listening(rows);
  expect(resting).not.toEqual([]);
  const [visited] = rows.filter(({ id }) => resting.includes(id));
  await visitUntilEnded({ host, rows: visited ? [visited] : [] });

  await setClocks(0);
  await visitUntilEnded({ host, rows });
  const received = await host.readReceived();
  expect(received).toHaveLength(4 * leads);
  const { context, client } = host;
  expect(await checkInvariants({ database: context.database, client, received, personal: ['坂井'] })).toEqual([]);
}, 120_000);
