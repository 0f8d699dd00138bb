import { handoff } from '@sodate/database/schema/handoff';
import { organisation } from '@sodate/database/schema/organisation';
import { parseInstant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, type Person } from '../../../../test/hosts/test-handoffs.ts';
import { countReasons } from './count-reasons.ts';
import { listHandoffs } from './list-handoffs.ts';
import { listHandoffsInput } from './which-handoffs.ts';

let db: TestDatabase;
let boss: Person;
let rep: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  const sender = { name: 'あおば', email: 'mail@aoba.test', postalAddress: '' };
  await database.insert(organisation).values({ name: 'あおば', sender });
  boss = await newPerson({ database, role: 'sales-manager', name: '上田' });
  rep = await newPerson({ database, role: 'sales-rep', name: '大川' });
  const other = await newPerson({ database, role: 'sales-rep', name: '清水' });
  await end({ state: 'lost', closeReason: 'no-budget', closedAt: '2026-10-31T14:59:00Z' });
  await end({ state: 'lost', closeReason: 'no-budget', closedAt: '2026-10-31T15:00:00Z' }); // November in Tokyo
  await end({ state: 'lost', closeReason: 'other-chosen', closedAt: '2026-11-30T14:59:00Z' });
  await end({ state: 'lost', closeReason: null, closedAt: '2026-11-02T00:00:00Z' });
  await end({ state: 'lost', closeReason: 'no-budget', closedAt: '2026-11-02T00:00:00Z', to: other });
  await end({ state: 'rejected', closeReason: 'too-early', closedAt: '2026-11-02T00:00:00Z' });
  await end({ state: 'won', closeReason: null, closedAt: '2026-11-02T00:00:00Z' });
});
afterAll(() => db.drop());

type Row = typeof handoff.$inferSelect;

async function end({
  closedAt,
  to = rep,
  ...values
}: Pick<Row, 'state' | 'closeReason'> & { closedAt: string; to?: Person }) {
  const id = await handOver({ database: db.pool.database, to });
  await db.pool.database
    .update(handoff)
    .set({ ...values, closedAt: parseInstant(closedAt) })
    .where(eq(handoff.id, id));
}

const count = (input: Omit<Parameters<typeof countReasons>[0]['input'], 'result'>) =>
  countReasons({ context: boss.context, input: { result: 'lost', ...input } });

async function list(input: object) {
  const { rows } = await listHandoffs({
    context: boss.context,
    input: listHandoffsInput.parse({ view: 'closed', ...input }),
  });
  return rows.map(({ state, closeReason }) => closeReason ?? state);
}

it('counts why hand-offs were lost: of a month of the organisation, and of one owner', async () => {
  expect(await count({})).toEqual([
    { reason: 'no-budget', count: 3 },
    { reason: 'other-chosen', count: 1 },
    { reason: null, count: 1 },
  ]);
  expect(await count({ month: '2026-10' })).toEqual([{ reason: 'no-budget', count: 1 }]);
  expect(await count({ month: '2026-11', owner: rep.id })).toEqual([
    { reason: 'no-budget', count: 1 },
    { reason: 'other-chosen', count: 1 },
    { reason: null, count: 1 },
  ]);
  expect(await countReasons({ context: boss.context, input: { result: 'rejected' } })).toEqual([
    { reason: 'too-early', count: 1 },
  ]);
});

it('lists those alone that ended so, then, and for that reason', async () => {
  expect(await list({ result: 'won' })).toEqual(['won']);
  expect(await list({ result: 'lost', month: '2026-11', owner: rep.id })).toEqual([
    'other-chosen',
    'lost',
    'no-budget',
  ]);
  expect(await list({ result: 'lost', reason: 'unsaid' })).toEqual(['lost']);
  expect(await list({ result: 'lost', reason: 'no-budget', month: '2026-10' })).toEqual(['no-budget']);
  expect(() => listHandoffsInput.parse({ month: '2026-13' })).toThrow();
});
