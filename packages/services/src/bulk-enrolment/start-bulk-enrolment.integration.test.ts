import { audit } from '@sodate/database/schema/organisation';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { bulkHost, waitingPlan } from '../../../../test/hosts/bulk-host.ts';
import { publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { pauseJourney } from '../journey/change-journey-state.ts';
import { listLeads } from '../lead/list-leads.ts';
import { cancelBulkEnrolment } from './cancel-bulk-enrolment.ts';
import { listBulkEnrolments } from './list-bulk-enrolments.ts';
import { runBulkEnrolment } from './run-bulk-enrolment.ts';
import { startBulkEnrolment } from './start-bulk-enrolment.ts';

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

it('lets nobody else in once it is cancelled; who entered stays', async () => {
  await host.newLeads(600);
  const { journey, job } = await host.begin();
  await runBulkEnrolment({ context });
  await runBulkEnrolment({ context });
  await cancelBulkEnrolment({ context, input: { bulkEnrolment: job } });
  await host.runAll();
  expect(await host.read(job)).toMatchObject({ state: 'cancelled', entered: 500 });
  expect(await host.entered(journey)).toHaveLength(500);
  await expect(cancelBulkEnrolment({ context, input: { bulkEnrolment: job } })).rejects.toThrow('already ended');
  const lines = await context.database.select().from(audit).where(eq(audit.subjectId, journey));
  expect(lines.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['bulk-enrolment-started', 'bulk-enrolment-cancelled']),
  );
});

it('lets those in that were picked, and nobody else', async () => {
  await host.newLeads(3);
  const { rows } = await listLeads({ context, input: { filter: {}, sort: 'created', limit: 3 } });
  const ids = rows.slice(0, 2).map(({ id }) => String(id));
  const { journey } = await publishPlan({ context, plan: waitingPlan });
  await startBulkEnrolment({ context, input: { journey, filter: { ids } } });
  await host.runAll();
  expect((await host.entered(journey)).toSorted()).toEqual(ids.toSorted());
});

it('refuses to begin where nothing could come of it, and says why', async () => {
  await host.newLeads(1);
  const { journey } = await host.begin();
  const again = startBulkEnrolment({ context, input: { journey, filter: {} } });
  await expect(again).rejects.toThrow('being added to this journey right now');
  const nobody = startBulkEnrolment({ context, input: { journey, filter: { stages: ['customer'] } } });
  await expect(nobody).rejects.toThrow('No lead fits');
  const closed = await publishPlan({ context, plan: { ...waitingPlan, entries: [] } });
  await expect(startBulkEnrolment({ context, input: { journey: closed.journey, filter: {} } })).rejects.toThrow(
    'no trigger',
  );
  await pauseJourney({ context, input: { journey } });
  await expect(startBulkEnrolment({ context, input: { journey, filter: { stages: ['lead'] } } })).rejects.toThrow(
    'not live',
  );
});

it('tells how far it is, newest first', async () => {
  await host.newLeads(3);
  const first = await host.begin();
  await host.runAll();
  const second = await startBulkEnrolment({ context, input: { journey: first.journey, filter: {} } });
  const { rows } = await listBulkEnrolments({ context, input: { journey: first.journey, limit: 50 } });
  expect(rows.map(({ id, goneOver, expected }) => ({ id, goneOver, expected }))).toEqual([
    { id: second.id, goneOver: 0, expected: null },
    { id: first.job, goneOver: 3, expected: 3 },
  ]);
});
