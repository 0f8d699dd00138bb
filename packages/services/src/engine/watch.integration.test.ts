import { outbox } from '@sodate/database/schema/enrollment';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, look, newLead, publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import { watch } from './watch.ts';
import { anyRest } from './workflow-port.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

beforeEach(async () => {
  await db.pool.database.delete(outbox);
});

afterAll(() => db.drop());

const waiting = planOf({
  ops: [
    {
      id: 'wait',
      kind: 'wait',
      spec: { duration: { amount: 1, unit: 'minutes' }, zone: 'journey' },
      next: { done: 'rest' },
    },
    { id: 'rest', kind: 'listen', events: [], conditions: [], next: {} },
  ],
});

/** A lead whose wait was over two minutes ago, and whom nobody has looked at. */
async function startLate() {
  const context = testEngine({ database: db.pool.database });
  const { version } = await publishPlan({ context, plan: waiting });
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan: waiting });
  const pass = (minutes: number) => {
    const back = (column: 'look_at' | 'nudged_at' | 'until') =>
      sql.raw(`${column} = ${column} - interval '${minutes} minutes'`);
    return context.database.execute(
      sql`update enrollment set ${back('look_at')}, ${back('nudged_at')}, ${back('until')} where id = ${row.id}`,
    );
  };
  await pass(3);
  await context.database.delete(outbox);
  const takeOutbox = async () => (await context.database.delete(outbox).returning()).map(({ body }) => body);
  return { context, row, pass, takeOutbox };
}

it('nudges whom nobody looked at in time, whatever the workflow knows', async () => {
  const { context, row, takeOutbox } = await startLate();
  expect(await watch({ context })).toBe(1);
  expect(await takeOutbox()).toEqual([{ kind: 'nudge', enrollment: row.id, journey: row.journeyId, rest: anyRest }]);
  expect(await watch({ context })).toBe(0);
});

it('begins a workflow anew that no nudge moves', async () => {
  const { context, row, pass, takeOutbox } = await startLate();
  await watch({ context });
  await takeOutbox();
  await pass(7);
  expect(await watch({ context })).toBe(1);
  expect(await takeOutbox()).toEqual([
    { kind: 'start', enrollment: row.id, journey: row.journeyId, startAt: 'now', anew: true },
  ]);
});

it('leaves alone whom a look has found', async () => {
  const { context, row, pass } = await startLate();
  await watch({ context });
  await look({ context, enrollment: row.id });
  await pass(7);
  expect(await watch({ context })).toBe(0);
});
