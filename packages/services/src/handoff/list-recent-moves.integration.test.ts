import { handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import { organisation } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { HandoffId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, type Person } from '../../../../test/hosts/test-handoffs.ts';
import { countUndoableFrom } from '../person/count-undoable-from.ts';
import { countMovedFrom, listMovedFrom } from '../person/list-moved-from.ts';
import { moveHandoffs } from '../person/move-handoffs.ts';
import { listRecentMoves } from './list-recent-moves.ts';
import { reassignHandoff } from './reassign-handoff.ts';
import { undoForMs } from './undo-answer.ts';
import { undoReassign } from './undo-reassign.ts';

let db: TestDatabase;
let boss: Person;
let heir: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  const sender = { name: 'あおば', email: 'mail@aoba.test', postalAddress: '' };
  await database.insert(organisation).values({ name: 'あおば', sender });
  boss = await newBoss();
  heir = await newPerson({ database, role: 'sales-rep', name: '清水' });
});
afterAll(() => db.drop());

const newBoss = () => newPerson({ database: db.pool.database, role: 'sales-manager', name: '上田' });

/** So many hand-offs of a new rep, and moved to the heir at once. */
async function move({ count, by = boss }: { count: number; by?: Person }) {
  const former = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '大川' });
  const handoffs: HandoffId[] = [];
  for (let made = 0; made < count; made += 1) handoffs.push(await handOver({ database: db.pool.database, to: former }));
  const to = { kind: 'person' as const, person: heir.id };
  const moved = await moveHandoffs({ context: by.context, input: { id: former.id, to } });
  return { former, handoffs, moved };
}

async function makeOlder({ handoffs, byMs }: { handoffs: readonly HandoffId[]; byMs: number }) {
  const at = sql`${handoffEntry.at} - ${`${byMs} milliseconds`}::interval`;
  for (const id of handoffs)
    await db.pool.database.update(handoffEntry).set({ at }).where(eq(handoffEntry.handoffId, id));
}

const listFrom = ({ id }: Person, page = {}) =>
  listMovedFrom({ context: boss.context, input: { person: id, limit: 20, ...page } });

it('knows what one moved at once, which went to whom, and until when it can be taken back', async () => {
  const by = await newBoss();
  const { moved, handoffs } = await move({ count: 2, by });
  await move({ count: 1 });
  const [found, ...others] = await listRecentMoves({ context: by.context });
  expect(others).toEqual([]);
  expect(found).toMatchObject({ id: moved.move, receivers: [{ id: heir.id, count: 2 }] });
  expect(new Set(found?.handoffs)).toEqual(new Set(handoffs));
  expect(new Set(found?.given.map(({ id, owner }) => `${id} ${owner}`))).toEqual(
    new Set(handoffs.map((id) => `${id} ${heir.id}`)),
  );
  expect(found?.undoUntil).toBe((found?.at ?? 0) + undoForMs);
});

it('leaves out what was given on since or taken back, and offers no undo after its time', async () => {
  const by = await newBoss();
  const { handoffs, former } = await move({ count: 3, by });
  const [first, second, third] = handoffs;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three were moved');
  await reassignHandoff({ context: by.context, input: { handoff: first, owner: boss.id } });
  await undoReassign({ context: by.context, input: { handoffs: [second] } });
  expect(await listRecentMoves({ context: by.context })).toMatchObject([{ handoffs: [third] }]);
  await makeOlder({ handoffs, byMs: undoForMs });
  expect(await listRecentMoves({ context: by.context })).toMatchObject([{ handoffs: [third], undoUntil: null }]);
  await makeOlder({ handoffs, byMs: 3_600_000 });
  expect(await listRecentMoves({ context: by.context })).toEqual([]);
  expect((await listFrom(former)).rows.map(({ id }) => id)).toHaveLength(2);
});

it('offers no undo to somebody who was deactivated since, and counts beforehand what that concerns', async () => {
  const by = await newBoss();
  const { former, handoffs } = await move({ count: 2, by });
  expect(await countUndoableFrom({ context: by.context, person: former.id })).toBe(2);
  await db.pool.database.update(user).set({ banned: true }).where(eq(user.id, former.id));
  expect(await listRecentMoves({ context: by.context })).toMatchObject([{ undoUntil: null }]);
  await makeOlder({ handoffs, byMs: undoForMs });
  expect(await countUndoableFrom({ context: by.context, person: former.id })).toBe(0);
});

it('tells for a week, page by page, what was moved from somebody, to whom and by whom', async () => {
  const { former, handoffs } = await move({ count: 3 });
  const [first] = handoffs;
  if (first === undefined) throw new Error('three were moved');
  const [row] = await db.pool.database
    .select({ name: lead.name })
    .from(lead)
    .innerJoin(handoff, eq(handoff.leadId, lead.id))
    .where(eq(handoff.id, first));
  const start = await listFrom(former, { limit: 2 });
  const rest = await listFrom(former, { limit: 2, after: start.next });
  const all = [...start.rows, ...rest.rows];
  expect(rest.next).toBeUndefined();
  expect(new Set(all.map(({ id }) => id))).toEqual(new Set(handoffs));
  expect(all.find(({ id }) => id === first)).toMatchObject({ to: '清水', by: '上田', lead: { name: row?.name } });
  const count = () => countMovedFrom({ context: boss.context, input: { people: [former.id] } });
  expect(await count()).toEqual({ [former.id]: 3 });
  await undoReassign({ context: boss.context, input: { handoffs: [first] } });
  expect(await count()).toMatchObject({ [former.id]: 2 });
  const later = { ...boss.context, clock: { now: () => asInstant(Date.now() + 8 * 86_400_000) } };
  expect(await countMovedFrom({ context: later, input: { people: [former.id] } })).toEqual({});
});
