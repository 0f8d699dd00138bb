import { enrollment, step } from '@sodate/database/schema/enrollment';
import { version } from '@sodate/database/schema/journey';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId, type EnrollmentId, type JourneyId } from '@sodate/journey/id';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, look, newLead, publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { rollUpSteps } from '../engine/roll-up-steps.ts';
import { removePassage } from '../enrollment/change-passage.ts';
import { listPeople } from '../journey/list-people.ts';
import { listLedgers } from './list-ledgers.ts';
import { readLedger } from './read-ledger.ts';
import { type Ledger, readLedgers } from './read-ledgers.ts';

let db: TestDatabase;
let context: EngineContext;
let journey: JourneyId;
let resting: EnrollmentId[];

const plan = planOf({
  ops: [
    {
      id: 'rest',
      kind: 'wait',
      spec: { duration: { amount: 3, unit: 'days' }, zone: 'journey' },
      next: { done: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

beforeAll(async () => {
  db = await createTestDatabase();
  context = testEngine({ database: db.pool.database });
  const published = await publishPlan({ context, plan });
  ({ journey } = published);
  const enterOne = async () =>
    enter({ context, lead: await newLead({ database: context.database }), version: published.version, plan });
  const rows = [await enterOne(), await enterOne(), await enterOne(), await enterOne(), await enterOne()];
  const [first, second, ...others] = rows.map(({ id }) => id);
  // Two come to the end by their deadline, one is taken out, two are still there.
  for (const id of [first, second] as EnrollmentId[]) {
    await context.database
      .update(enrollment)
      .set({ until: sql`clock_timestamp() - interval '1 second'` })
      .where(eq(enrollment.id, id));
    await look({ context, enrollment: id });
  }
  resting = others.slice(1);
  await removePassage({ context, input: { enrollment: others[0] as EnrollmentId } });
});

afterAll(() => db.drop());

async function ledger(): Promise<Ledger> {
  const [found] = await readLedgers({ context, journey });
  if (!found) throw new Error('no ledger');
  return found;
}

const inBalance = {
  rows: { entered: 5, inFlight: 2, ended: 3 },
  steps: { entered: 5, inFlight: 2, ended: 3 },
  nodes: [{ node: 'rest', rows: 2, steps: 2 }],
  balanced: true,
};

it('counts rows and steps apart, and both balance', async () => {
  expect(await ledger()).toMatchObject(inBalance);
  expect((await ledger()).reasons).toEqual([
    { reason: 'completed', count: 2 },
    { reason: 'removed', count: 1 },
  ]);
});

it('names each place as the newest version that has the node names it', async () => {
  const node = {
    id: asId<'node'>('rest'),
    type: 'wait',
    title: '3日待つ',
    config: {},
    revision: 1,
    position: { x: 0, y: 0 },
  };
  await context.database
    .update(version)
    .set({ graph: { ...emptyGraph, nodes: { [node.id]: node } } })
    .where(eq(version.journeyId, journey));
  const named = await readLedger({ context, input: { journey } });
  expect(named?.nodes).toMatchObject([{ rows: 2, name: { id: 'rest', type: 'wait', title: { ja: '3日待つ' } } }]);
});

it('balances the same once the steps are rolled up, in part or all', async () => {
  const half = sql`(select written_at from step order by written_at offset 4 limit 1)`;
  await context.database.execute(sql`insert into progress (name, at) values ('step-rollup', '-infinity')`);
  await context.database.execute(
    sql`update step set written_at = written_at - interval '2 minutes' where written_at <= ${half}`,
  );
  await rollUpSteps({ context });
  expect(await ledger()).toMatchObject(inBalance);
  await context.database.execute(sql`update progress set at = '-infinity'`);
  await context.database.execute(sql`delete from step_rollup`);
  await context.database.execute(sql`update step set written_at = written_at - interval '5 minutes'`);
  await rollUpSteps({ context });
  expect(await ledger()).toMatchObject(inBalance);
});

it('leaves test leads out of both counts', async () => {
  const published = await publishPlan({ context, plan });
  const row = await enter({
    context,
    lead: await newLead({ database: context.database }),
    version: published.version,
    plan,
  });
  await context.database.update(enrollment).set({ test: true }).where(eq(enrollment.id, row.id));
  await context.database.update(step).set({ test: true }).where(eq(step.enrollmentId, row.id));
  expect(await readLedgers({ context, journey: published.journey })).toEqual([]);
});

it('leads from each number to as many people', async () => {
  const people = (reason: 'completed' | 'removed') =>
    listPeople({ context, input: { journey, which: 'all', reason, limit: 50 } });
  expect((await people('completed')).rows).toHaveLength(2);
  expect((await people('removed')).rows).toHaveLength(1);
});

it('says so where a row and its steps disagree, and lists such a journey first', async () => {
  await context.database
    .update(enrollment)
    .set({ node: asId<'node'>('elsewhere') })
    .where(and(eq(enrollment.id, resting[0] as EnrollmentId)));
  const broken = await ledger();
  expect(broken.balanced).toBe(false);
  expect(broken.nodes).toEqual(
    expect.arrayContaining([
      { node: 'elsewhere', rows: 1, steps: 0 },
      { node: 'rest', rows: 1, steps: 2 },
    ]),
  );
  const page = await listLedgers({ context, input: { limit: 1 } });
  expect(page).toMatchObject({ unbalanced: 1, rows: [{ journey, balanced: false }] });
});
