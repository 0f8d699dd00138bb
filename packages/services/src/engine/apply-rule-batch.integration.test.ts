import { effect, outbox } from '@sodate/database/schema/enrollment';
import { asId } from '@sodate/journey/id';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, readRow, testEngine } from '../../../../test/hosts/test-engine.ts';
import { applyRuleBatch } from './apply-rule-batch.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const hourMs = 3_600_000;
const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;

function waitingFor(days: number) {
  const spec = { duration: { amount: days, unit: 'days' }, zone: 'journey' } as const;
  return planOf({
    ops: [
      { id: 'wait', kind: 'wait', spec, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
}

async function drainRules(): Promise<void> {
  const context = testEngine({ database: db.pool.database });
  while ((await applyRuleBatch({ context })) > 0);
}

it('brings hundreds along in one turn, and tells only those who go on sooner', async () => {
  const context = testEngine({ database: db.pool.database });
  const plan = waitingFor(3);
  const { journey: id, version } = await publishPlan({ context, plan });
  await drainRules();
  const rows = [];
  for (let count = 0; count < 30; count++)
    rows.push(await enter({ context, lead: await newLead({ database: context.database }), version, plan }));
  await context.database.delete(outbox);
  const [soon = asId<'enrollment'>(''), ...later] = rows.map((row) => row.id);
  await context.database.execute(sql`update enrollment set until = until + interval '9 days' where id = ${soon}`);
  const { version: next } = await publishPlan({ context, plan: waitingFor(4), journey: id });
  expect(await applyRuleBatch({ context })).toBe(30);
  for (const one of [soon, ...later]) {
    const row = await readRow({ database: context.database, enrollment: one });
    expect(row).toMatchObject({ versionId: next, rest: 1 });
    expect((row.until ?? 0) - row.arrivedAt).toBe(4 * 24 * hourMs);
    if (one !== soon) expect(row.lookAt).toBe(row.until);
  }
  const told = (await context.database.select().from(outbox)).map(
    ({ body }) => 'enrollment' in body && body.enrollment,
  );
  expect(told).toEqual([soon]);
});

it('gives a mail that waits the text of the new version', async () => {
  const context = testEngine({ database: db.pool.database });
  const mail = (subject: string) =>
    planOf({
      ops: [
        { id: 'mail', kind: 'act', effect: 'send-mail', config: { subject }, external, next: { done: 'end' } },
        { id: 'end', kind: 'end' },
      ],
    });
  const plan = mail('old');
  const { journey: id, version } = await publishPlan({ context, plan });
  await drainRules();
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan });
  await publishPlan({ context, plan: mail('new'), journey: id });
  await drainRules();
  const [waits] = await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
  expect(waits).toMatchObject({ state: 'waiting', config: { subject: 'new' } });
});
