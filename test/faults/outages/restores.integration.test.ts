import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EnrollmentRow, enrollment, mark, outbox } from '@sodate/database/schema/enrollment';
import { releaseClaims } from '@sodate/services/engine/keep-mark';
import { storeEvents } from '@sodate/services/event/store-events';
import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { planOf } from '../../hosts/plan-of.ts';
import { enter, newLead, publishPlan } from '../../hosts/test-engine.ts';
import { checkLedger } from '../check-ledger.ts';
import { readLedger } from '../read-ledger.ts';
import { type FaultHost, startFaultHost } from '../start-fault-host.ts';
import { copyDatabase } from './copy-database.ts';
import { runWorker, type TestWorker } from './run-worker.ts';
import { visitUntilEnded } from './visit-until-ended.ts';

const leads = 8;
const soon = { timeout: 60_000, interval: 100 };

let host: FaultHost;
let worker: TestWorker | undefined;
let letInPatiently: (count: number) => Promise<EnrollmentRow[]>;

/** Listens to a visit, and then to another: no time ever wakes it. */
const patientPlan = planOf({
  ops: [listen({ id: 'once', next: 'twice' }), listen({ id: 'twice', next: 'end' }), { id: 'end', kind: 'end' }],
});

function listen({ id, next }: { id: string; next: string }) {
  const pattern = { kind: 'page', url: { match: 'prefix', value: '/price' } } as const;
  return { id, kind: 'listen', events: [{ outcome: 'seen', pattern }], conditions: [], next: { seen: next } } as const;
}

beforeAll(async () => {
  host = await startFaultHost();
  const { context } = host;
  const { version } = await publishPlan({ context, plan: patientPlan });
  letInPatiently = async (count) => {
    const rows: EnrollmentRow[] = [];
    while (rows.length < count) {
      const lead = await newLead({ database: context.database });
      rows.push(await enter({ context, lead, version, plan: patientPlan }));
    }
    return rows;
  };
});

afterAll(async () => {
  await worker?.stop();
  await host?.stop();
});

function startWorker(): void {
  const timings = { ...host.orders.timings, markEveryMs: 400, markCheckMs: 400 };
  worker = runWorker({ host, orders: { timings } });
}

async function stopWorker(): Promise<void> {
  await worker?.stop();
  worker = undefined;
}

async function readMark() {
  const [row] = await host.context.database.select().from(mark);
  if (!row) throw new Error('no mark');
  return row;
}

async function marksGoOn(): Promise<void> {
  const { number } = await readMark();
  await vi.waitFor(async () => expect((await readMark()).number).toBeGreaterThan(number + 1), soon);
}

function visit(rows: readonly EnrollmentRow[]): Promise<unknown> {
  const thing = { kind: 'page', key: 'example.jp/price', path: '/price' } as const;
  const events = rows.map(({ leadId }) => ({ lead: leadId, name: 'page-viewed', thing }) as const);
  return storeEvents({ context: host.context, events });
}

async function countOf(rows: readonly EnrollmentRow[], where: Parameters<typeof and>[0]): Promise<number> {
  const ids = rows.map(({ id }) => id);
  return host.context.database.$count(enrollment, and(inArray(enrollment.id, ids), where));
}

/** All of them rest at the op, known to Temporal. */
async function restAt({ rows, op }: { rows: readonly EnrollmentRow[]; op: string }): Promise<void> {
  await vi.waitFor(async () => {
    expect(
      await countOf(rows, and(eq(enrollment.op, op as EnrollmentRow['op']), eq(enrollment.state, 'resting'))),
    ).toBe(rows.length);
    expect(await countOf(rows, isNotNull(enrollment.nudgedAt))).toBe(0);
    expect(await host.context.database.$count(outbox)).toBe(0);
  }, soon);
}

/** Each visits once more where it listens still, until it has ended. */
async function visitTwice(rows: readonly EnrollmentRow[]): Promise<void> {
  await visit(rows);
  await vi.waitFor(
    async () => expect(await countOf(rows, eq(enrollment.op, 'once' as EnrollmentRow['op']))).toBe(0),
    soon,
  );
  await visit(rows);
  await vi.waitFor(async () => expect(await countOf(rows, ne(enrollment.state, 'ended'))).toBe(0), soon);
}

async function ledgerFaults(): Promise<string[]> {
  return checkLedger(await readLedger({ database: host.context.database }));
}

it('sends nothing once the database is an older copy, and after a release loses nobody', async () => {
  const rows = await host.letIn(leads);
  const patient = await letInPatiently(leads);
  startWorker();
  await restAt({ rows: patient, op: 'once' });
  await vi.waitFor(async () => expect(await host.readReceived()).not.toEqual([]), soon);
  await stopWorker();
  const copy = await copyDatabase({ url: host.orders.databaseUrl });

  startWorker();
  await visitUntilEnded({ host, rows });
  await visit(patient);
  await restAt({ rows: patient, op: 'twice' });
  await marksGoOn();
  await stopWorker();
  await copy.restore();
  await copy.remove();

  const received = await host.readReceived();
  expect(new Set(received).size).toBe(received.length);
  const behind = await countOf(rows, ne(enrollment.state, 'ended'));
  expect(behind).toBeGreaterThan(0);
  startWorker();
  await vi.waitFor(async () => expect((await readMark()).claimsBarredAt).not.toBeNull(), soon);
  await visitTwice(patient);
  await vi.waitFor(async () => expect(await countOf(rows, eq(enrollment.state, 'acting'))).toBe(behind), soon);
  expect(await host.readReceived()).toHaveLength(received.length);

  await releaseClaims({ context: host.context });
  await visitUntilEnded({ host, rows });
  expect(new Set(await host.readReceived())).toEqual(new Set(received));
  expect(await ledgerFaults()).toEqual([]);
  await stopWorker();
}, 120_000);

it('starts everybody again whom an older copy of Temporal knows too little of, or not at all', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'sodate-copy-'));
  const received = (await host.readReceived()).length;
  const rows = await host.letIn(leads);
  const patient = await letInPatiently(leads);
  startWorker();
  await restAt({ rows: patient, op: 'once' });
  await host.temporal.kill();
  await host.temporal.saveTo(copy);
  await host.temporal.restart();

  await visit(patient);
  await restAt({ rows: patient, op: 'twice' });
  rows.push(...(await host.letIn(leads)));
  const later = await letInPatiently(leads);
  await restAt({ rows: later, op: 'once' });
  await marksGoOn();
  await host.temporal.kill();
  await host.temporal.loadFrom(copy);
  await host.temporal.restart();
  await rm(copy, { recursive: true });

  await visit(patient);
  await visitTwice(later);
  await visitUntilEnded({ host, rows });
  expect(await countOf(patient, ne(enrollment.state, 'ended'))).toBe(0);
  const sent = (await host.readReceived()).slice(received);
  expect((await readMark()).claimsBarredAt).toBeNull();
  expect(new Set(sent).size).toBe(sent.length);
  expect(await ledgerFaults()).toEqual([]);
}, 120_000);
