import { effect } from '@sodate/database/schema/enrollment';
import type { HandoffId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { handOver, newPerson, noticesOf, type Person, unreadNoticesOf } from '../../../../test/hosts/test-handoffs.ts';
import { readDueHandoffs } from '../home/read-due-handoffs.ts';
import { listNotices } from '../notice/list-notices.ts';
import { acceptHandoff } from './accept-handoff.ts';
import { addNote } from './add-note.ts';
import { carryOnHandoff } from './carry-on-handoff.ts';
import { listHandoffs } from './list-handoffs.ts';
import { openHandoff } from './open-handoff.ts';
import { readBrief } from './read-brief.ts';
import { reassignHandoff } from './reassign-handoff.ts';
import { listHandoffsInput } from './which-handoffs.ts';

let db: TestDatabase;
let rep: Person;
let boss: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  rep = await newPerson({ database, role: 'sales-rep', name: '三田 涼' });
  boss = await newPerson({ database, role: 'sales-manager', name: '大川 直美' });
});

afterAll(() => db.drop());

function give() {
  return handOver({ database: db.pool.database, to: rep });
}

function write({ id, by, note }: { id: HandoffId; by: Person; note: string }) {
  return addNote({ context: by.context, input: { handoff: id, note } });
}

async function reachedBy({ id, by }: { id: HandoffId; by: Person }) {
  return (await readBrief({ context: by.context, input: { handoff: id } })).noteReader;
}

async function isMarked(id: HandoffId) {
  const { rows } = await listHandoffs({ context: rep.context, input: listHandoffsInput.parse({ view: 'working' }) });
  return rows.find((row) => row.id === id)?.noted;
}

it('marks what waits for an answer on Home until its owner opens it', async () => {
  const id = await give();
  const isMarkedAtHome = async () =>
    (await readDueHandoffs({ context: rep.context })).find((row) => row.id === id)?.noted;
  expect(await isMarkedAtHome()).toBe(false);
  await write({ id, by: boss, note: '先に見積を送ってください' });
  expect(await isMarkedAtHome()).toBe(true);
  await openHandoff({ context: rep.context, input: { handoff: id } });
  expect(await isMarkedAtHome()).toBe(false);
});

it('marks what a new owner was told with a hand-off until they open it, and nothing where they were told nothing', async () => {
  const [told, silent] = [await give(), await give()];
  const next = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '森 あかり' });
  const marks = async () => {
    const { rows } = await listHandoffs({ context: next.context, input: listHandoffsInput.parse({}) });
    return [told, silent].map((id) => rows.find((row) => row.id === id)?.noted);
  };
  const owner = next.id;
  await reassignHandoff({ context: boss.context, input: { handoff: told, owner, note: '急ぎでお願いします' } });
  await reassignHandoff({ context: boss.context, input: { handoff: silent, owner } });
  expect(await marks()).toEqual([true, false]);
  expect(await reachedBy({ id: told, by: next })).toMatchObject({ name: '大川 直美', owner: false });
  await openHandoff({ context: next.context, input: { handoff: told } });
  expect(await marks()).toEqual([false, false]);
});

it("tells the owner of a manager's note, in their notices, in the list until they open it, and by mail", async () => {
  const id = await give();
  await acceptHandoff({ context: rep.context, input: { handoff: id } });
  await db.pool.database.delete(effect).where(eq(effect.handoffId, id));
  expect(await reachedBy({ id, by: boss })).toEqual({ name: '三田 涼', owner: true });
  expect(await isMarked(id)).toBe(false);
  await write({ id, by: boss, note: '先に見積を送ってください' });
  expect(await unreadNoticesOf({ id, of: rep })).toEqual(['handoff-noted']);
  const { rows } = await listNotices({ context: rep.context, input: { limit: 1 } });
  expect(rows).toMatchObject([{ kind: 'handoff-noted', note: { text: '先に見積を送ってください', by: '大川 直美' } }]);
  expect(await isMarked(id)).toBe(true);
  const context = testContext({ database: db.pool.database });
  expect((await carryOnHandoff({ context, handoff: id, known: 0 })).kind).toBe('queued');
  await openHandoff({ context: rep.context, input: { handoff: id } });
  expect(await isMarked(id)).toBe(false);
});

it("tells a manager of a rep's note only where it answers theirs, once", async () => {
  const id = await give();
  expect(await reachedBy({ id, by: rep })).toBeNull();
  await write({ id, by: rep, note: '自分用の覚え' });
  expect(await noticesOf({ id, of: boss })).toEqual([]);
  await write({ id, by: boss, note: 'どうなりましたか' });
  expect(await reachedBy({ id, by: rep })).toEqual({ name: '大川 直美', owner: false });
  await write({ id, by: rep, note: '送りました' });
  await write({ id, by: rep, note: '自分用の覚え' });
  expect(await noticesOf({ id, of: boss })).toEqual(['handoff-noted']);
  expect((await noticesOf({ id, of: rep })).filter((kind) => kind === 'handoff-noted')).toHaveLength(1);
});

it('answers the note that came with the hand-off too', async () => {
  const other = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '森 あかり' });
  const id = await give();
  await reassignHandoff({
    context: boss.context,
    input: { handoff: id, owner: other.id, note: '今日中にお願いします' },
  });
  await write({ id, by: other, note: '承知しました' });
  expect(await noticesOf({ id, of: boss })).toEqual(['handoff-noted']);
  expect(await noticesOf({ id, of: rep })).not.toContain('handoff-noted');
});
