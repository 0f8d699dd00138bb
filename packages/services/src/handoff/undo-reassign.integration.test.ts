import { effect } from '@sodate/database/schema/enrollment';
import { lead } from '@sodate/database/schema/lead';
import { organisation } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { asInstant } from '@sodate/journey/time/instant';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, type Person, readHandoff } from '../../../../test/hosts/test-handoffs.ts';
import { listNotices } from '../notice/list-notices.ts';
import { moveHandoffs } from '../person/move-handoffs.ts';
import { acceptHandoff } from './accept-handoff.ts';
import { addNote } from './add-note.ts';
import { handoffInput } from './handoff-input.ts';
import { openHandoff } from './open-handoff.ts';
import { readBrief } from './read-brief.ts';
import { reassignHandoff } from './reassign-handoff.ts';
import { undoForMs } from './undo-answer.ts';
import { undoReassign } from './undo-reassign.ts';

let db: TestDatabase;
let former: Person;
let heir: Person;
let boss: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  const sender = { name: 'あおば', email: 'mail@aoba.test', postalAddress: '' };
  await database.insert(organisation).values({ name: 'あおば', sender });
  former = await newPerson({ database, role: 'sales-rep', name: '大川' });
  heir = await newPerson({ database, role: 'sales-rep', name: '清水' });
  boss = await newPerson({ database, role: 'sales-manager', name: '上田' });
});
afterAll(() => db.drop());

async function give() {
  return handoffInput.parse({ handoff: await handOver({ database: db.pool.database, to: former }) });
}

async function reassign(note = '') {
  const input = await give();
  await reassignHandoff({ context: boss.context, input: { ...input, owner: heir.id, note } });
  return input;
}

const undo = (handoffs: Parameters<typeof undoReassign>[0]['input']['handoffs'], context = boss.context) =>
  undoReassign({ context, input: { handoffs } });

const read = ({ handoff: id }: Awaited<ReturnType<typeof give>>) => readHandoff({ database: db.pool.database, id });

async function lastNotices(of: Person) {
  const { rows } = await listNotices({ context: of.context, input: { limit: 2 } });
  return rows.map(({ kind, person, readAt }) => ({ kind, person, unread: readAt === null }));
}

describe('a change of owner that was a slip', () => {
  it('gives it back with its lead, and the new owner who has not read of it never hears of it', async () => {
    const before = await lastNotices(heir);
    const input = await reassign('急ぎで');
    expect((await readBrief({ context: boss.context, input })).may.undoReassign).toBe(true);
    expect(await undo([input.handoff])).toEqual({ restored: 1, owners: ['大川'], kept: [] });
    const { row, owner } = await read(input);
    expect([row.ownerId, owner]).toEqual([former.id, former.id]);
    expect(await lastNotices(heir)).toEqual(before);
    const mails = await db.pool.database
      .select({ state: effect.state, config: effect.config })
      .from(effect)
      .where(and(eq(effect.handoffId, input.handoff)));
    expect(mails.filter(({ config }) => config.user === heir.id).map(({ state }) => state)).toEqual(['dropped']);
    expect((await lastNotices(former))[0]).toEqual({ kind: 'handoff-restored', person: null, unread: true });
    const { entries, may } = await readBrief({ context: boss.context, input });
    expect(entries.at(-1)).toMatchObject({ kind: 'assigned', from: '清水', to: '大川', undoes: true });
    expect(may.undoReassign).toBe(false);
  });

  it('leaves a note that a colleague wrote for its owner unread until its owner reads it', async () => {
    const input = await give();
    await addNote({ context: boss.context, input: { ...input, note: '見積の件、確認を' } });
    await reassignHandoff({ context: boss.context, input: { ...input, owner: heir.id } });
    await undo([input.handoff]);
    const { rows } = await listNotices({ context: former.context, input: { limit: 10 } });
    expect(rows.find(({ kind }) => kind === 'handoff-noted')?.readAt).toBeNull();
  });

  it('is told to a new owner who has read of it', async () => {
    const input = await reassign();
    await openHandoff({ context: heir.context, input });
    await undo([input.handoff]);
    expect((await lastNotices(heir))[0]).toEqual({ kind: 'handoff-taken', person: '大川', unread: true });
  });

  it('leaves the lead with whom somebody has given it to meanwhile', async () => {
    const input = await reassign();
    const { leadId } = (await read(input)).row;
    await db.pool.database.update(lead).set({ ownerId: boss.id }).where(eq(lead.id, leadId));
    await undo([input.handoff]);
    const { row, owner } = await read(input);
    expect([row.ownerId, owner]).toEqual([former.id, boss.id]);
  });

  it('stays where the new owner has gone on with it, where it is another’s change, and after ten minutes', async () => {
    const [taken, others, late] = [await reassign(), await reassign(), await reassign()];
    await acceptHandoff({ context: heir.context, input: taken });
    expect((await readBrief({ context: boss.context, input: taken })).may.undoReassign).toBe(false);
    expect(await undo([taken.handoff])).toEqual({
      restored: 0,
      owners: [],
      kept: [{ handoff: taken.handoff, why: 'touched', by: '清水' }],
    });
    const second = await newPerson({ database: db.pool.database, role: 'sales-manager', name: '別' });
    expect((await undo([others.handoff], second.context)).kept).toMatchObject([{ why: 'late', by: null }]);
    const then = { now: () => asInstant(Date.now() + undoForMs + 60_000) };
    const { may } = await readBrief({ context: { ...boss.context, clock: then }, input: late });
    expect(may.undoReassign).toBe(false);
    await expect(undo([late.handoff], heir.context)).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await read(taken)).row.ownerId).toBe(heir.id);
  });

  it('stays where who had it was deactivated since: it would be nobody’s', async () => {
    const input = await reassign();
    const setBanned = (banned: boolean) => db.pool.database.update(user).set({ banned }).where(eq(user.id, former.id));
    await setBanned(true);
    expect(await readBrief({ context: boss.context, input })).toMatchObject({
      may: { undoReassign: false },
      goneOwner: '大川',
    });
    const kept = [{ handoff: input.handoff, why: 'gone', by: '大川' }];
    expect(await undo([input.handoff])).toEqual({ restored: 0, owners: [], kept });
    expect((await read(input)).row.ownerId).toBe(heir.id);
    await setBanned(false);
  });

  it('is taken back for all that were moved at once, but for those gone on with', async () => {
    const [one, other] = [await give(), await give()];
    const to = { kind: 'person' as const, person: heir.id };
    const rest = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '別' });
    await reassignHandoff({ context: boss.context, input: { ...one, owner: rest.id } });
    await reassignHandoff({ context: boss.context, input: { ...other, owner: rest.id } });
    const { handoffs } = await moveHandoffs({ context: boss.context, input: { id: rest.id, to } });
    expect(handoffs).toEqual([one.handoff, other.handoff]);
    await acceptHandoff({ context: heir.context, input: other });
    expect(await undo([...handoffs])).toMatchObject({ restored: 1, kept: [{ handoff: other.handoff, by: '清水' }] });
    expect((await read(one)).row.ownerId).toBe(rest.id);
  });
});
