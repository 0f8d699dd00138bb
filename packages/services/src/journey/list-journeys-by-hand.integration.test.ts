import { journey } from '@sodate/database/schema/journey';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { waitingPlan } from '../../../../test/hosts/bulk-host.ts';
import { publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import { listJourneysByHand } from './list-journeys-by-hand.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

it('offers the live journeys that let people in by hand, and counts the others', async () => {
  const context = testEngine({ database: db.pool.database });
  const publish = async (name: string, { byHand } = { byHand: true }) => {
    const plan = byHand ? waitingPlan : { ...waitingPlan, entries: [] };
    const { journey: id } = await publishPlan({ context, plan });
    await context.database.update(journey).set({ name }).where(eq(journey.id, id));
    return id;
  };
  const one = await publish('100%_手で');
  const other = await publish('展示会');
  const shut = await publish('資料請求', { byHand: false });
  const gone = await publish('終わり');
  await context.database.update(journey).set({ state: 'stopped' }).where(eq(journey.id, gone));
  const { journeys, closed, closedOnes } = await listJourneysByHand({ context, input: {} });
  expect(journeys.map(({ id }) => id).toSorted()).toEqual([one, other].toSorted());
  expect([closed, closedOnes]).toEqual([1, [{ id: shut, name: '資料請求' }]]);
  const found = await listJourneysByHand({ context, input: { search: '0%_' } });
  expect(found.journeys).toEqual([{ id: one, name: '100%_手で' }]);
});
