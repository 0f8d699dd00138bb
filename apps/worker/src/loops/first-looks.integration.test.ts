import { outbox } from '@sodate/database/schema/enrollment';
import type { EnrollmentId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, look, newLead, publishPlan, readRow, testEngine } from '../../../../test/hosts/test-engine.ts';
import { createFirstLooks } from './first-looks.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

beforeEach(async () => {
  await db.pool.database.delete(outbox);
});

afterAll(() => db.drop());

function waiting(minutes: number) {
  const spec = { duration: { amount: minutes, unit: 'minutes' }, zone: 'journey' } as const;
  return planOf({
    ops: [
      { id: 'wait', kind: 'wait', spec, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
}

/** A lead that has entered, with the start for Temporal still in the outbox. */
async function enterOne({ test, minutes }: { test: boolean; minutes: number }) {
  const context = testEngine({ database: db.pool.database });
  const plan = waiting(minutes);
  const { version } = await publishPlan({ context, plan });
  const row = await enter({ context, lead: await newLead({ database: context.database, test }), version, plan });
  return row.id;
}

function open({ isOpen = true } = {}) {
  const context = testEngine({ database: db.pool.database });
  const looked: EnrollmentId[] = [];
  const firstLooks = createFirstLooks({
    context,
    isOpen: () => isOpen,
    look: (enrollment) => {
      looked.push(enrollment);
      return look({ context, enrollment });
    },
  });
  return { ...firstLooks, looked };
}

it('moves a test lead on that has just entered, though Temporal has not been told', async () => {
  const enrollment = await enterOne({ test: true, minutes: 0 });
  const { begin, settle } = open();
  expect(await begin()).toBe(1);
  await settle();
  expect(await readRow({ database: db.pool.database, enrollment })).toMatchObject({ state: 'ended' });
});

it('looks once at each, as long as the start lies there', async () => {
  const first = await enterOne({ test: true, minutes: 0 });
  const { begin, settle, looked } = open();
  await begin();
  expect(await begin()).toBe(0);
  const second = await enterOne({ test: true, minutes: 0 });
  expect(await begin()).toBe(1);
  await settle();
  expect(looked).toEqual([first, second]);
});

it('leaves all others to Temporal: other leads, a wait that lasts, a start in the place of a lost one', async () => {
  await enterOne({ test: false, minutes: 0 });
  await enterOne({ test: true, minutes: 5 });
  const { begin } = open();
  expect(await begin()).toBe(0);
  await enterOne({ test: true, minutes: 0 });
  await db.pool.database.execute(sql`update outbox set body = body || '{"anew": true}'`);
  expect(await begin()).toBe(0);
});

it('waits until leads may be looked at, and survives a look that fails', async () => {
  await enterOne({ test: true, minutes: 0 });
  expect(await open({ isOpen: false }).begin()).toBe(0);
  const failing = createFirstLooks({
    context: testEngine({ database: db.pool.database }),
    isOpen: () => true,
    look: () => Promise.reject(new Error('the database is away')),
  });
  expect(await failing.begin()).toBe(1);
  await failing.settle();
});
