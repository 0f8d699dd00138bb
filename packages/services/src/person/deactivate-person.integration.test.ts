import { effect } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { notice, organisation } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { parseInstant } from '@sodate/journey/time/instant';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext } from '../../../../test/database.ts';
import { handOver, newPerson, type Person } from '../../../../test/hosts/test-handoffs.ts';
import type { Context } from '../context.ts';
import { acceptHandoff } from '../handoff/accept-handoff.ts';
import { listEntries } from '../handoff/list-entries.ts';
import { listHandoffs } from '../handoff/list-handoffs.ts';
import { takeTurnInTeam } from '../handoff/take-turn-in-team.ts';
import { tellUnassigned } from '../handoff/tell-unassigned.ts';
import { listHandoffsInput } from '../handoff/which-handoffs.ts';
import { readNeeds } from '../home/read-needs.ts';
import { listNotices } from '../notice/list-notices.ts';
import { saveTeam } from '../team/save-team.ts';
import { countOpenHandoffs } from './count-open-handoffs.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { listPeople, listPeopleInput } from './list-people.ts';
import { moveHandoffs } from './move-handoffs.ts';
import { updateOwnSettings } from './update-own-settings.ts';
import { updatePerson } from './update-person.ts';

let db: TestDatabase;
let admin: Person;
let context: Context;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  await database.insert(organisation).values({
    name: 'あおば',
    sender: { name: 'あおば', email: 'a@aoba.test', postalAddress: '' },
  });
  admin = await newPerson({ database, role: 'admin', name: '管理' });
  context = admin.context;
});

afterAll(() => db.drop());

const newRep = (name: string) => newPerson({ database: db.pool.database, role: 'sales-rep', name });

async function ownersOf(handoffs: readonly string[]) {
  const rows = await context.database.select({ id: handoff.id, owner: handoff.ownerId }).from(handoff);
  const owners = new Map(rows.map(({ id, owner }) => [String(id), owner]));
  return handoffs.map((id) => owners.get(id));
}

describe('somebody who leaves', () => {
  it('gives what is open to a team in turns, without those who are away, and can no longer be given anything', async () => {
    const { database } = context;
    const [leaving, first, second, away] = [
      await newRep('去'),
      await newRep('一'),
      await newRep('二'),
      await newRep('休'),
    ];
    await updatePerson({ context, input: { id: away.id, absent: true } });
    const members = [leaving.id, first.id, away.id, second.id];
    const { id: team } = await saveTeam({ context, input: { name: '営業', members } });
    const open = [
      await handOver({ database, to: leaving }),
      await handOver({ database, to: leaving }),
      await handOver({ database, to: leaving }),
    ];
    const closed = await handOver({ database, to: leaving });
    await database.update(handoff).set({ state: 'won' }).where(eq(handoff.id, closed));
    expect(await countOpenHandoffs({ context, person: leaving.id })).toEqual({ open: 3, working: 0 });

    const answer = await deactivatePerson({ context, input: { id: leaving.id, to: { kind: 'team', team } } });

    expect(answer).toMatchObject({ moved: 3 });
    expect(await ownersOf(open)).toEqual([first.id, second.id, first.id]);
    expect(await ownersOf([closed])).toEqual([leaving.id]);
    const told = await database
      .select({ kind: notice.kind })
      .from(notice)
      .where(and(eq(notice.userId, second.id), eq(notice.kind, 'handoff-assigned')));
    expect(told).toHaveLength(1);
    const late = await handOver({ database, to: leaving });
    expect(await ownersOf([late])).toEqual([null]);
    const { rows } = await listPeople({ context, input: { ...listPeopleInput.parse({}), person: leaving.id } });
    expect(rows).toMatchObject([{ name: '去', active: false }]);
  });

  it('leaves hand-offs where they are if one wants, among those that nobody answers', async () => {
    const { database } = context;
    const rep = await newRep('去');
    const id = await handOver({ database, to: rep });
    const unowned = async () => {
      const { rows } = await listHandoffs({ context, input: listHandoffsInput.parse({ owner: 'nobody' }) });
      return rows.filter((row) => row.id === id).map(({ owner }) => owner);
    };
    expect(await unowned()).toEqual([]);
    await deactivatePerson({ context, input: { id: rep.id, to: { kind: 'nobody' } } });
    expect(await unowned()).toEqual([{ id: rep.id, name: '去', left: true, away: false }]);
    const needs = await readNeeds({ context });
    const listed = await listHandoffs({ context, input: listHandoffsInput.parse({ owner: 'nobody' }) });
    expect(needs.unowned.open).toBe(listed.rows.length);
    expect(await readNeeds({ context: (await newRep('別')).context })).toMatchObject({
      unowned: { open: 0, working: 0 },
    });

    const { open, working } = await countOpenHandoffs({ context, person: 'nobody' });
    const count = open + working;
    const heir = await newRep('継');
    const to = { kind: 'person' as const, person: heir.id };
    expect(await moveHandoffs({ context, input: { id: 'nobody', to } })).toMatchObject({ moved: count });
    expect(await ownersOf([id])).toEqual([heir.id]);
    expect(await countOpenHandoffs({ context, person: 'nobody' })).toEqual({ open: 0, working: 0 });
    expect((await readNeeds({ context })).unowned).toEqual({ open: 0, working: 0 });
  });

  it('stays where nobody named can take over, and where no admin would be left', async () => {
    const { database } = context;
    const rep = await newRep('残');
    const viewer = await newPerson({ database, role: 'viewer', name: '閲覧' });
    const to = { kind: 'person' as const, person: viewer.id };
    await expect(deactivatePerson({ context, input: { id: rep.id, to } })).rejects.toMatchObject({ kind: 'invalid' });
    const nobody = { kind: 'nobody' as const };
    await expect(deactivatePerson({ context, input: { id: admin.id, to: nobody } })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const rows = await database.select({ banned: user.banned }).from(user).where(eq(user.id, rep.id));
    expect(rows).toEqual([{ banned: false }]);
  });

  it('keeps the hand-offs where the whole team is away, and says so', async () => {
    const { database } = context;
    const [rep, away] = [await newRep('有'), await newRep('不在')];
    await updatePerson({ context, input: { id: away.id, absent: true } });
    const { id: team } = await saveTeam({ context, input: { name: '留守', members: [away.id] } });
    await handOver({ database, to: rep });
    const moving = moveHandoffs({ context, input: { id: rep.id, to: { kind: 'team', team } } });
    await expect(moving).rejects.toMatchObject({ kind: 'conflict' });
    expect(await countOpenHandoffs({ context, person: rep.id })).toEqual({ open: 1, working: 0 });
  });

  it('leaves what is in progress where it is if one wants, and tells of what was accepted without its old deadline', async () => {
    const { database } = context;
    const [rep, heir] = [await newRep('持'), await newRep('継')];
    const waiting = await handOver({ database, to: rep });
    const accepted = await handOver({ database, to: rep });
    await acceptHandoff({ context: rep.context, input: { handoff: accepted } });
    expect(await countOpenHandoffs({ context, person: rep.id })).toEqual({ open: 1, working: 1 });
    const to = { kind: 'person' as const, person: heir.id };
    expect(await moveHandoffs({ context, input: { id: rep.id, to, working: false } })).toMatchObject({ moved: 1 });
    expect(await ownersOf([waiting, accepted])).toEqual([heir.id, rep.id]);
    expect(await moveHandoffs({ context, input: { id: rep.id, to, note: '週明けに電話を' } })).toMatchObject({
      moved: 1,
    });
    expect((await listEntries({ context, handoff: accepted })).at(-1)).toMatchObject({
      kind: 'assigned',
      note: '週明けに電話を',
    });
    const { rows } = await listNotices({ context: heir.context, input: { limit: 2 } });
    expect(rows.map(({ detail }) => [detail.passedOn, detail.dueAt === undefined])).toEqual([
      ['yes', true],
      [undefined, false],
    ]);
  });
});

describe('absence between two days', () => {
  it.each([
    ['2026-12-27T23:59:59+09:00', true],
    ['2026-12-28T00:00:00+09:00', false],
    ['2027-01-04T23:59:59+09:00', false],
    ['2027-01-05T00:00:00+09:00', true],
  ])('at %s: takes a turn %s', async (at, takes) => {
    const rep = await newRep('年末');
    await updatePerson({ context, input: { id: rep.id, absentDays: { from: '2026-12-28', until: '2027-01-04' } } });
    const { id: team } = await saveTeam({ context, input: { name: `年末 ${at}`, members: [rep.id] } });
    const then = testContext({ database: context.database, clock: testClock(parseInstant(at)) });
    expect(await takeTurnInTeam({ context: then, team })).toBe(takes ? rep.id : null);
  });
});

describe('the mails of notices', () => {
  it('are left out where somebody wants none of the kind, while the notice itself stands', async () => {
    const { database } = context;
    const rep = await newRep('静か');
    await updateOwnSettings({ context: rep.context, input: { mutedMails: ['assigned'] } });
    const id = await handOver({ database, to: rep });
    const mails = await database.select({ state: effect.state }).from(effect).where(eq(effect.handoffId, id));
    expect(mails).toEqual([{ state: 'dropped' }]);
    const notices = await database.select({ kind: notice.kind }).from(notice).where(eq(notice.userId, rep.id));
    expect(notices).toEqual([{ kind: 'handoff-assigned' }]);
  });

  it('tell sales managers of a hand-off that nobody can take, and admins only where there are none', async () => {
    const { database } = context;
    const rep = await newRep('某');
    const [row] = await database
      .select()
      .from(handoff)
      .where(eq(handoff.id, await handOver({ database, to: rep })));
    if (row === undefined) throw new Error('no hand-off');
    const toldOf = async () => {
      const rows = await database
        .select({ user: notice.userId })
        .from(notice)
        .where(and(eq(notice.kind, 'handoff-unassigned'), eq(notice.href, `/handoffs/${row.id}`)));
      return rows.map((one) => one.user);
    };
    await tellUnassigned({ context, row });
    expect(await toldOf()).toEqual([admin.id]);
    const manager = await newPerson({ database, role: 'sales-manager', name: '長' });
    await tellUnassigned({ context, row });
    expect(await toldOf()).toEqual([admin.id, manager.id]);
  });
});
