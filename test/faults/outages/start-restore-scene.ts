import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EnrollmentRow, enrollment, mark, outbox } from '@sodate/database/schema/enrollment';
import { storeEvents } from '@sodate/services/event/store-events';
import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { expect, vi } from 'vitest';
import { planOf } from '../../hosts/plan-of.ts';
import { enter, newLead, publishPlan } from '../../hosts/test-engine.ts';
import { checkLedger } from '../check-ledger.ts';
import { readLedger } from '../read-ledger.ts';
import { startFaultHost } from '../start-fault-host.ts';
import { copyDatabase, type StoreCopy } from './copy-database.ts';
import { runWorker, type TestWorker } from './run-worker.ts';

type Passages = readonly EnrollmentRow[];
export type RestoreScene = Awaited<ReturnType<typeof startRestoreScene>>;

const soon = { timeout: 60_000, interval: 100 };

/** Listens to a visit, and then to another: no time ever wakes it. */
const patientPlan = planOf({
  ops: [listen({ id: 'once', next: 'twice' }), listen({ id: 'twice', next: 'end' }), { id: 'end', kind: 'end' }],
});

function listen({ id, next }: { id: string; next: string }) {
  const pattern = { kind: 'page', url: { match: 'prefix', value: '/price' } } as const;
  return { id, kind: 'listen', events: [{ outcome: 'seen', pattern }], conditions: [], next: { seen: next } } as const;
}

/** Both stores, a worker that can be stopped, and leads that only a nudge can wake: what tests of restores begin with. */
export async function startRestoreScene() {
  const host = await startFaultHost();
  const { context, temporal } = host;
  const { version } = await publishPlan({ context, plan: patientPlan });
  let worker: TestWorker | undefined;

  const stopWorker = async () => {
    await worker?.stop();
    worker = undefined;
  };
  const readMark = async () => {
    const [row] = await context.database.select().from(mark);
    if (!row) throw new Error('no mark');
    return row;
  };
  const visit = (rows: Passages) => {
    const thing = { kind: 'page', key: 'example.jp/price', path: '/price' } as const;
    const events = rows.map(({ leadId }) => ({ lead: leadId, name: 'page-viewed', thing }) as const);
    return storeEvents({ context, events });
  };
  const countOf = (rows: Passages, where: Parameters<typeof and>[0]) => {
    const ids = rows.map(({ id }) => id);
    return context.database.$count(enrollment, and(inArray(enrollment.id, ids), where));
  };
  const atOp = (op: string) => eq(enrollment.op, op as EnrollmentRow['op']);
  const whileTemporalIsDown = async (work: () => Promise<void>) => {
    await temporal.kill();
    await work();
    await temporal.restart();
  };

  return {
    host,
    readMark,
    visit,
    countOf,
    stopWorker,
    startWorker: () => {
      const timings = { ...host.orders.timings, markEveryMs: 400, markCheckMs: 400 };
      worker = runWorker({ host, orders: { timings } });
    },
    letInPatiently: async (count: number): Promise<Passages> => {
      const rows: EnrollmentRow[] = [];
      while (rows.length < count) {
        const lead = await newLead({ database: context.database });
        rows.push(await enter({ context, lead, version, plan: patientPlan }));
      }
      return rows;
    },
    marksGoOn: async () => {
      const { number } = await readMark();
      await vi.waitFor(async () => expect((await readMark()).number).toBeGreaterThan(number + 1), soon);
    },
    /** All of them rest at the op, known to Temporal. */
    restAt: ({ rows, op }: { rows: Passages; op: string }) =>
      vi.waitFor(async () => {
        expect(await countOf(rows, and(atOp(op), eq(enrollment.state, 'resting')))).toBe(rows.length);
        expect(await countOf(rows, isNotNull(enrollment.nudgedAt))).toBe(0);
        expect(await context.database.$count(outbox)).toBe(0);
      }, soon),
    /** Each visits once more where it listens still, until it has ended. */
    visitTwice: async (rows: Passages) => {
      await visit(rows);
      await vi.waitFor(async () => expect(await countOf(rows, atOp('once'))).toBe(0), soon);
      await visit(rows);
      await vi.waitFor(async () => expect(await countOf(rows, ne(enrollment.state, 'ended'))).toBe(0), soon);
    },
    ledgerFaults: async () => checkLedger(await readLedger({ database: context.database })),
    copyDatabase: () => copyDatabase({ url: host.orders.databaseUrl }),
    /** Temporal's file, taken and put back while the server is down. */
    copyTemporal: async (): Promise<StoreCopy> => {
      const folder = await mkdtemp(join(tmpdir(), 'sodate-copy-'));
      await whileTemporalIsDown(() => temporal.saveTo(folder));
      return {
        restore: () => whileTemporalIsDown(() => temporal.loadFrom(folder)),
        remove: () => rm(folder, { recursive: true }),
      };
    },
    close: async () => {
      await stopWorker();
      await host.stop();
    },
  };
}
