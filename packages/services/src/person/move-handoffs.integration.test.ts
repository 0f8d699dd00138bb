import { handoff } from '@sodate/database/schema/handoff';
import { organisation, type team } from '@sodate/database/schema/organisation';
import type { HandoffId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, type Person } from '../../../../test/hosts/test-handoffs.ts';
import type { Context } from '../context.ts';
import { saveTeam } from '../team/save-team.ts';
import { listHandoffsToMove } from './list-handoffs-to-move.ts';
import { moveHandoffs } from './move-handoffs.ts';
import { handoffsToMoveInput, type MoveHandoffsInput, previewMoveInput } from './person-input.ts';
import { previewMove } from './preview-move.ts';
import { updatePerson } from './update-person.ts';

const tokyo = (at: string) => parseInstant(`${at}+09:00`);
const holiday = { from: '2026-11-30', until: '2026-12-04' };

let db: TestDatabase;
let admin: Context;

beforeAll(async () => {
  db = await createTestDatabase();
  const sender = { name: 'あおば', email: 'a@aoba.test', postalAddress: '' };
  await db.pool.database.insert(organisation).values({ name: 'あおば', sender });
  const { context } = await newPerson({ database: db.pool.database, role: 'admin', name: '管理' });
  admin = { ...context, clock: { now: () => tokyo('2026-11-19T14:32:00') } };
});
afterAll(() => db.drop());

const newRep = (name: string) => newPerson({ database: db.pool.database, role: 'sales-rep', name });

const goAway = (rep: Person, days: { from: string; until: string }) =>
  updatePerson({ context: admin, input: { id: rep.id, absentDays: days } });

async function handOverDue({ to, dueAt }: { to: Person; dueAt: string }): Promise<HandoffId> {
  const id = await handOver({ database: db.pool.database, to });
  await db.pool.database
    .update(handoff)
    .set({ dueAt: tokyo(dueAt) })
    .where(eq(handoff.id, id));
  return id;
}

async function ownerOf(id: HandoffId) {
  const [row] = await db.pool.database.select({ owner: handoff.ownerId }).from(handoff).where(eq(handoff.id, id));
  return row?.owner;
}

async function newTeam(members: readonly Person[]): Promise<MoveHandoffsInput['to'] & { kind: 'team' }> {
  const name = crypto.randomUUID();
  const { id } = await saveTeam({ context: admin, input: { name, members: members.map((member) => member.id) } });
  return { kind: 'team', team: id satisfies typeof team.$inferSelect.id };
}

/** What the dialog says beforehand is what comes about. */
async function move(input: MoveHandoffsInput) {
  const { receivers, away } = await previewMove({ context: admin, input: previewMoveInput.parse(input) });
  const moved = await moveHandoffs({ context: admin, input });
  expect(moved.receivers).toEqual(receivers.map(({ id, count }) => ({ id, count })));
  expect(moved.stayed).toEqual({ away, changed: 0 });
  return moved;
}

describe('the hand-offs of somebody who will be away', () => {
  it('never come back to them in the turns of their own team', async () => {
    const [leaving, other, third] = [await newRep('大川'), await newRep('清水'), await newRep('野口')];
    const to = await newTeam([leaving, other, third]);
    const open = [];
    for (const _ of [1, 2, 3, 4]) open.push(await handOverDue({ to: leaving, dueAt: '2026-11-20T12:00:00' }));
    await goAway(leaving, holiday);

    const answer = await move({ id: leaving.id, to });
    expect(answer).toMatchObject({
      moved: 4,
      receivers: [
        { id: other.id, count: 2 },
        { id: third.id, count: 2 },
      ],
    });
    const owners = [other.id, third.id, other.id, third.id];
    expect(await Promise.all(open.map(ownerOf))).toEqual(owners);
    expect(answer.given).toMatchObject(open.map((id, place) => ({ id, owner: owners[place] })));
  });

  it('go to nobody who is away in the same days, or when the answer is due; what is left stays, and is counted', async () => {
    const [leaving, same, due] = [await newRep('大川'), await newRep('同じ'), await newRep('期限')];
    const to = await newTeam([leaving, same, due]);
    await goAway(same, { from: '2026-12-04', until: '2026-12-10' });
    await goAway(due, { from: '2026-11-24', until: '2026-11-25' });
    const fits = await handOverDue({ to: leaving, dueAt: '2026-11-20T12:00:00' });
    const overdue = await handOverDue({ to: leaving, dueAt: '2026-11-18T12:00:00' });
    const stays = await handOverDue({ to: leaving, dueAt: '2026-11-25T09:00:00' });

    const answer = await move({ id: leaving.id, to, during: holiday });
    expect(answer).toMatchObject({ moved: 2, handoffs: [fits, overdue], stayed: { away: 1 } });
    expect(await Promise.all([fits, overdue, stays].map(ownerOf))).toEqual([due.id, due.id, leaving.id]);
  });

  it('take the days that are arranged where the dialog names none', async () => {
    const [leaving, same] = [await newRep('大川'), await newRep('同じ')];
    const to = await newTeam([leaving, same]);
    await handOverDue({ to: leaving, dueAt: '2026-11-20T12:00:00' });
    await goAway(same, holiday);
    await goAway(leaving, holiday);
    const input = { id: leaving.id, to };
    const preview = await previewMove({ context: admin, input: previewMoveInput.parse(input) });
    expect(preview).toEqual({ receivers: [], away: 1 });
    await expect(moveHandoffs({ context: admin, input })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await move({ ...input, during: null })).toMatchObject({ moved: 1 });
  });

  it('are named beforehand: the overdue first, then the unanswered, those in progress last; the rest is counted', async () => {
    const leaving = await newRep('大川');
    const working = await handOverDue({ to: leaving, dueAt: '2026-11-10T12:00:00' });
    await db.pool.database.update(handoff).set({ state: 'accepted' }).where(eq(handoff.id, working));
    const dues = ['2026-11-24T12:00:00', '2026-11-19T09:00:00', '2026-11-20T12:00:00'];
    const [last, overdue, first] = await Promise.all(dues.map((dueAt) => handOverDue({ to: leaving, dueAt })));
    const listed = async (given: object, as = admin) =>
      listHandoffsToMove({ context: as, input: handoffsToMoveInput.parse({ id: leaving.id, ...given }) });
    const all = await listed({});
    expect(all.handoffs.map(({ id, overdue: late }) => [id, late])).toEqual([
      [overdue, true],
      [first, false],
      [last, false],
      [working, false],
    ]);
    expect(all.handoffs[0]?.lead.name).not.toBe('');
    expect((await listed({ working: false })).handoffs.map(({ id }) => id)).toEqual([overdue, first, last]);
    const days = { from: '2026-11-20', until: '2026-11-22' };
    expect((await listed({ meanwhile: true, during: days })).handoffs.map(({ id }) => id)).toEqual([first]);
    for (const _ of [1, 2]) await handOverDue({ to: leaving, dueAt: '2026-11-25T12:00:00' });
    const more = await listed({});
    expect([more.count, more.handoffs.length]).toEqual([6, 5]);
  });

  it('go all the same to one person whom one chooses, and it is said for how many that person is away', async () => {
    const [leaving, chosen] = [await newRep('大川'), await newRep('選ばれた')];
    await goAway(chosen, holiday);
    await handOverDue({ to: leaving, dueAt: '2026-11-20T12:00:00' });
    await handOverDue({ to: leaving, dueAt: '2026-12-01T12:00:00' });
    const input = { id: leaving.id, to: { kind: 'person' as const, person: chosen.id } };
    expect(await previewMove({ context: admin, input: previewMoveInput.parse(input) })).toEqual({
      receivers: [{ id: chosen.id, name: '選ばれた', count: 2 }],
      away: 1,
    });
    expect(await moveHandoffs({ context: admin, input })).toMatchObject({ moved: 2, stayed: { away: 0 } });
  });
});
