import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enrollment, outbox, step } from '@sodate/database/schema/enrollment';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../database.ts';
import { bulkHost } from '../../hosts/bulk-host.ts';
import { testEngine } from '../../hosts/test-engine.ts';
import type { Arming } from '../zoo/arming.ts';
import { type ForkedPart, forkPart } from '../zoo/fork-part.ts';
import type { BulkOrders } from './bulk-process.ts';

const soon = { timeout: 30_000, interval: 50 };
const aSlice = 500;

let db: TestDatabase;
let folder: string;

beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'sodate-bulk-'));
});

afterAll(async () => {
  await db?.drop();
  await rm(folder, { recursive: true, force: true });
});

function fork(first: Arming): Promise<ForkedPart> {
  const orders: BulkOrders = { databaseUrl: db.url };
  const program = new URL('./bulk-process.ts', import.meta.url);
  return forkPart({ name: 'bulk worker', program, orders, first, logFile: join(folder, 'bulk.log') });
}

it.each([
  { at: 'enrol.before-commit', passing: 2, entered: aSlice },
  { at: 'batch.mid', passing: 2, entered: 2 * aSlice },
] as const)('lets each lead in once, and tells how far it is, though its worker dies at $at', async (given) => {
  const context = testEngine({ database: db.pool.database });
  const host = bulkHost({ context });
  await db.pool.sql`update lead set deleted_at = now()`;
  await db.pool.sql`truncate outbox`;
  const leads = await host.newLeads(2 * aSlice + 201);
  const { journey, job } = await host.begin();
  const worker = await fork({ at: given.at, passing: given.passing, deed: 'die' });
  await worker.died();

  const { entered } = given;
  expect(await host.read(job)).toMatchObject({ state: 'running', expected: leads.length, entered });
  expect(await host.entered(journey)).toHaveLength(entered);

  await worker.restart();
  await vi.waitFor(async () => expect((await host.read(job))?.state).toBe('done'), soon);
  await worker.stop();
  expect(await host.read(job)).toMatchObject({ entered: leads.length, refused: {} });
  expect((await host.entered(journey)).toSorted()).toEqual(leads.toSorted());
  const rows = await context.database.select().from(enrollment).where(eq(enrollment.journeyId, journey));
  const ids = rows.map(({ id }) => id).toSorted();
  const steps = await context.database.select().from(step).where(eq(step.journeyId, journey));
  expect(steps.map((one) => one.enrollmentId).toSorted()).toEqual(ids);
  const starts = await context.database.select().from(outbox);
  expect(starts.flatMap(({ body }) => (body.kind === 'start' ? [body.enrollment] : [])).toSorted()).toEqual(ids);
});
