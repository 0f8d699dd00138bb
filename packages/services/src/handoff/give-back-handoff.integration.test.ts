import { effect } from '@sodate/database/schema/enrollment';
import { handoffEntry } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import { notice, organisation } from '@sodate/database/schema/organisation';
import { asInstant } from '@sodate/journey/time/instant';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, noticesOf, type Person, readHandoff } from '../../../../test/hosts/test-handoffs.ts';
import { acceptHandoff } from './accept-handoff.ts';
import { giveBackHandoff } from './give-back-handoff.ts';
import { handoffInput } from './handoff-input.ts';
import { listHandoffs } from './list-handoffs.ts';
import { prepareNotice } from './prepare-notice.ts';
import { readBrief } from './read-brief.ts';
import { reassignHandoff } from './reassign-handoff.ts';
import { rejectHandoff } from './reject-handoff.ts';
import { undoAnswer, undoForMs } from './undo-answer.ts';
import { listHandoffsInput } from './which-handoffs.ts';

let db: TestDatabase;
let rep: Person;
let other: Person;
let boss: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  const sender = { name: 'あおば', email: 'mail@aoba.test', postalAddress: '' };
  await database.insert(organisation).values({ name: 'あおば', sender });
  rep = await newPerson({ database, role: 'sales-rep', name: '水野 陽介' });
  other = await newPerson({ database, role: 'sales-rep', name: '森 あかり' });
  boss = await newPerson({ database, role: 'sales-manager', name: '片山 亮' });
});

afterAll(() => db.drop());

async function give() {
  return handoffInput.parse({ handoff: await handOver({ database: db.pool.database, to: rep }) });
}

function read({ handoff: id }: Awaited<ReturnType<typeof give>>) {
  return readHandoff({ database: db.pool.database, id });
}

/** What the manager has not read yet of it. */
function unreadOf({ handoff: id }: Awaited<ReturnType<typeof give>>) {
  const own = and(eq(notice.userId, boss.id), eq(notice.href, `/handoffs/${id}`), isNull(notice.readAt));
  return db.pool.database.select().from(notice).where(own);
}

it('leaves it open under its deadline, with nobody, and tells the managers but not the journey', async () => {
  const input = await give();
  const before = await read(input);
  await giveBackHandoff({ context: rep.context, input: { ...input, note: '関西は森さんの担当です' } });
  const { row, owner, events, entries } = await read(input);
  expect(row).toMatchObject({ state: 'open', ownerId: null, dueAt: before.row.dueAt, until: before.row.until });
  expect(owner).toBeNull();
  expect(events.map(({ name }) => name)).toEqual(['handoff-created']);
  expect(entries.at(-1)).toEqual({ kind: 'given-back', by: rep.id });
  expect(await noticesOf({ id: input.handoff, of: boss })).toEqual(['handoff-given-back']);
  const { entries: log } = await readBrief({ context: boss.context, input });
  expect(log.at(-1)).toMatchObject({ note: '関西は森さんの担当です' });
});

it('says in the list who gave it back, until somebody has it again', async () => {
  const input = await give();
  const lineOf = async () => {
    const { rows } = await listHandoffs({ context: boss.context, input: listHandoffsInput.parse({}) });
    return rows.find(({ id }) => id === input.handoff)?.givenBackBy;
  };
  expect(await lineOf()).toBeNull();
  await giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
  expect(await lineOf()).toBe('水野 陽介');
  await reassignHandoff({ context: boss.context, input: { ...input, owner: other.id } });
  expect(await lineOf()).toBeNull();
});

it('is no news any more to the manager who chose the next owner', async () => {
  const input = await give();
  await giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
  expect(await unreadOf(input)).toHaveLength(1);
  await reassignHandoff({ context: boss.context, input: { ...input, owner: other.id } });
  expect(await unreadOf(input)).toEqual([]);
});

it('leaves the lead with whom it was given to meanwhile', async () => {
  const input = await give();
  const { row } = await read(input);
  await db.pool.database.update(lead).set({ ownerId: other.id }).where(eq(lead.id, row.leadId));
  await giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
  expect((await read(input)).owner).toBe(other.id);
});

it('tells them in a mail what to do', async () => {
  const input = await give();
  await giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
  const effects = await db.pool.database.select().from(effect).where(eq(effect.handoffId, input.handoff));
  const given = effects.find(({ config }) => config.notice === 'given-back');
  if (given === undefined) throw new Error('no mail waits');
  const mail = await prepareNotice({ context: boss.context, effect: given });
  expect(mail?.subject).toMatch(/^担当から返されました/);
  expect(mail?.text).toContain('次の担当を選んでください');
  expect(mail?.html).toContain(`/handoffs/${input.handoff}" style=`);
});

it('tells them again when the next one gives it back too', async () => {
  const input = await give();
  await giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
  await reassignHandoff({ context: boss.context, input: { ...input, owner: other.id } });
  await giveBackHandoff({ context: other.context, input: { ...input, note: '' } });
  expect(await noticesOf({ id: input.handoff, of: boss })).toEqual(['handoff-given-back', 'handoff-given-back']);
});

it('is not there once it is accepted, where no deadline runs, or closed', async () => {
  const accepted = await give();
  await acceptHandoff({ context: rep.context, input: accepted });
  const closed = await give();
  await rejectHandoff({ context: rep.context, input: { ...closed, reason: 'too-early', note: '' } });
  for (const input of [accepted, closed]) {
    expect((await readBrief({ context: rep.context, input })).may.giveBack).toBe(false);
    const refused = giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
    await expect(refused).rejects.toMatchObject({ kind: 'conflict' });
    expect((await read(input)).row.ownerId).toBe(rep.id);
  }
});

it('is for its owner alone; a manager reassigns', async () => {
  const input = await give();
  expect((await readBrief({ context: rep.context, input })).may.giveBack).toBe(true);
  expect((await readBrief({ context: boss.context, input })).may.giveBack).toBe(false);
  for (const { context } of [other, boss]) {
    const refused = giveBackHandoff({ context, input: { ...input, note: '' } });
    await expect(refused).rejects.toMatchObject({ kind: 'forbidden' });
  }
});

describe('given back by a slip', () => {
  it('is theirs again as before: the lead, the deadline, and nothing for the managers to do', async () => {
    const input = await give();
    const before = await read(input);
    await giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
    expect((await readBrief({ context: rep.context, input })).may).toMatchObject({ answer: false, undo: 'given-back' });
    await undoAnswer({ context: rep.context, input });
    const { row, owner, entries, events } = await read(input);
    const { state, dueAt, until } = before.row;
    expect(row).toMatchObject({ state, dueAt, until, ownerId: rep.id });
    expect(owner).toBe(rep.id);
    expect(entries.at(-1)).toEqual({ kind: 'undone', by: rep.id });
    expect(events).toEqual(before.events);
    expect(await unreadOf(input)).toEqual([]);
    const mails = await db.pool.database.select().from(effect).where(eq(effect.handoffId, input.handoff));
    const told = mails.filter(({ config }) => config.notice === 'given-back');
    expect(told.map(({ state: sent }) => sent)).toEqual(told.map(() => 'dropped'));
    expect((await readBrief({ context: rep.context, input })).may).toMatchObject({ answer: true, undo: null });
  });

  it('tells the managers anew where it is given back after all', async () => {
    const input = await give();
    await giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
    await undoAnswer({ context: rep.context, input });
    await giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
    expect(await unreadOf(input)).toHaveLength(1);
  });

  it('stays with whom it was given to in between, and says who', async () => {
    const input = await give();
    await giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
    await reassignHandoff({ context: boss.context, input: { ...input, owner: other.id } });
    await expect(undoAnswer({ context: rep.context, input })).rejects.toMatchObject({
      kind: 'conflict',
      text: { ja: expect.stringContaining('森 あかり') },
    });
    await expect(readBrief({ context: rep.context, input })).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await read(input)).row.ownerId).toBe(other.id);
  });

  it('can be taken back for ten minutes, and by nobody else', async () => {
    const input = await give();
    await giveBackHandoff({ context: rep.context, input: { ...input, note: '' } });
    for (const { context } of [other, boss]) {
      await expect(undoAnswer({ context, input })).rejects.toMatchObject({ text: expect.anything() });
    }
    await expect(readBrief({ context: other.context, input })).rejects.toMatchObject({ kind: 'forbidden' });
    await db.pool.database
      .update(handoffEntry)
      .set({ at: asInstant(Date.now() - undoForMs - 1_000) })
      .where(eq(handoffEntry.handoffId, input.handoff));
    await expect(undoAnswer({ context: rep.context, input })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(readBrief({ context: rep.context, input })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
