import { effect } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import type { HandoffId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { handOver, newPerson, noticesOf, type Person, readHandoff } from '../../../../test/hosts/test-handoffs.ts';
import { eraseLead } from '../lead/erase-lead.ts';
import { acceptHandoff } from './accept-handoff.ts';
import { carryOnHandoff } from './carry-on-handoff.ts';
import { countHandoffs } from './count-handoffs.ts';
import { countListedHandoffs, type countListedInput, listHandoffs } from './list-handoffs.ts';
import { dateAt, noContact } from './next-contact.ts';
import { readBrief } from './read-brief.ts';
import { reassignHandoff } from './reassign-handoff.ts';
import { recordOutcome } from './record-outcome.ts';
import { rejectHandoff } from './reject-handoff.ts';
import { restoreNextContact } from './restore-next-contact.ts';
import { setNextContact } from './set-next-contact.ts';
import { undoAnswer } from './undo-answer.ts';
import { listHandoffsInput } from './which-handoffs.ts';

const dayMs = 86_400_000;

let db: TestDatabase;
let rep: Person;
let boss: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  boss = await newPerson({ database: db.pool.database, role: 'sales-manager', name: '片山 亮' });
});

beforeEach(async () => {
  rep = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '水野 陽介' });
});

afterAll(() => db.drop());

function dayFromNow(days: number): string {
  return dateAt({ at: asInstant(Date.now() + days * dayMs), zone: 'Asia/Tokyo' });
}

async function giveAccepted() {
  const id = await handOver({ database: db.pool.database, to: rep });
  await acceptHandoff({ context: rep.context, input: { handoff: id } });
  return id;
}

function set(id: HandoffId, given: { date: string; time?: string; note?: string; by?: Person } | null) {
  const { by = rep, ...fields } = given ?? {};
  const contact = given === null ? null : { date: '', note: '', ...fields };
  return setNextContact({ context: by.context, input: { handoff: id, contact } });
}

function answer(id: HandoffId, outcome: 'absent' | 'met' | 'won') {
  return recordOutcome({ context: rep.context, input: { handoff: id, outcome, note: '' } });
}

function brief(id: HandoffId, by = rep) {
  return readBrief({ context: by.context, input: { handoff: id } });
}

/** As if that day had come. */
async function letCome(id: HandoffId, days = 0) {
  const at = asInstant(Date.now() - days * dayMs - 1_000);
  await db.pool.database.update(handoff).set({ nextContactAt: at }).where(eq(handoff.id, id));
}

function look(id: HandoffId) {
  return carryOnHandoff({ context: testContext({ database: db.pool.database }), handoff: id, known: 0 });
}

function listWorking(limit: number, after?: string) {
  return listed({ view: 'working', limit, ...(after === undefined ? {} : { after }) });
}

function listed(input: z.input<typeof listHandoffsInput>) {
  return listHandoffs({ context: rep.context, input: listHandoffsInput.parse(input) });
}

describe('setting it', () => {
  it('stands with the hand-off and in its log, for the manager too, until it is changed or removed', async () => {
    const id = await giveAccepted();
    const date = dayFromNow(3);
    await set(id, { date, note: '見積の返事を聞く' });
    const seen = await brief(id, boss);
    expect(seen.nextContact).toMatchObject({ date, timed: false, note: '見積の返事を聞く', standing: 'later' });
    expect(seen.entries.at(-1)).toMatchObject({
      kind: 'contact-set',
      by: '水野 陽介',
      note: '見積の返事を聞く',
      contact: { at: seen.nextContact?.at, timed: false },
    });
    await set(id, { date, time: '16:30', by: boss });
    expect((await brief(id)).nextContact).toMatchObject({ date, timed: true, note: '' });
    await set(id, null);
    const { nextContact, entries } = await brief(id);
    expect(nextContact).toBeNull();
    expect(entries.at(-1)?.kind).toBe('contact-dropped');
  });

  it("is refused in the past, of another's, and of one that is not worked", async () => {
    const id = await giveAccepted();
    await expect(set(id, { date: dayFromNow(-1) })).rejects.toMatchObject({ kind: 'invalid', field: 'contact.date' });
    const other = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '森 あかり' });
    await expect(set(id, { date: dayFromNow(1), by: other })).rejects.toMatchObject({ kind: 'forbidden' });
    const open = await handOver({ database: db.pool.database, to: rep });
    await expect(set(open, { date: dayFromNow(1) })).rejects.toMatchObject({ kind: 'conflict' });
    await answer(id, 'won');
    await expect(set(id, { date: dayFromNow(1) })).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('bringing back one that was removed', () => {
  const restore = (id: HandoffId, by = rep) => restoreNextContact({ context: by.context, input: { handoff: id } });

  it('has it stand as it did, though its time has passed, and leaves the answer as it is', async () => {
    const id = await giveAccepted();
    await answer(id, 'absent');
    await set(id, { date: dayFromNow(3), time: '16:30', note: '見積の返事を聞く' });
    await letCome(id, 2);
    const { nextContact } = await brief(id);
    await set(id, null);
    await restore(id);
    const after = await brief(id);
    expect(after.nextContact).toEqual(nextContact);
    expect(after.nextContact).toMatchObject({ timed: true, note: '見積の返事を聞く', standing: 'past' });
    expect(after.may.undo).toBe('absent');
    expect(after.entries.at(-1)).toMatchObject({ kind: 'contact-set', contact: { at: nextContact?.at, timed: true } });
  });

  it('is refused to another, once another day is set, and of one that is closed', async () => {
    const id = await giveAccepted();
    await expect(restore(id)).rejects.toMatchObject({ kind: 'conflict' });
    await set(id, { date: dayFromNow(3) });
    await set(id, null);
    await expect(restore(id, boss)).rejects.toMatchObject({ kind: 'conflict' });
    await set(id, { date: dayFromNow(5) });
    await expect(restore(id)).rejects.toMatchObject({ kind: 'conflict' });
    await set(id, null);
    await answer(id, 'won');
    await expect(restore(id)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('in the list and the numbers', () => {
  it('has those first that are contacted soonest, then those without, page by page', async () => {
    const [none, later, sooner, past] = [
      await giveAccepted(),
      await giveAccepted(),
      await giveAccepted(),
      await giveAccepted(),
    ];
    await set(later, { date: dayFromNow(9) });
    await set(sooner, { date: dayFromNow(2) });
    await set(past, { date: dayFromNow(1) });
    await letCome(past, 2);
    const first = await listWorking(3);
    const second = await listWorking(3, first.next);
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([past, sooner, later, none]);
    expect(first.rows.map(({ nextContact }) => nextContact?.standing)).toEqual(['past', 'later', 'later']);
    expect(await countHandoffs({ context: rep.context, input: {} })).toMatchObject({
      working: 4,
      contacts: 1,
      contactsPast: 1,
      planned: 3,
    });
    const planned = { view: 'working', contact: 'planned', limit: 2 } as const;
    const soonest = await listed(planned);
    const rest = await listed({ ...planned, after: String(soonest.next) });
    expect([...soonest.rows, ...rest.rows].map(({ id }) => id)).toEqual([past, sooner, later]);
    expect(rest.next).toBeUndefined();
    const between = await listed({ ...planned, from: dayFromNow(2), until: dayFromNow(8) });
    expect(between.rows.map(({ id }) => id)).toEqual([sooner]);
    const narrowed = { view: 'working', contact: 'planned', from: dayFromNow(2), until: dayFromNow(8) } as const;
    const count = (input: z.output<typeof countListedInput>) => countListedHandoffs({ context: rep.context, input });
    expect([await count(narrowed), await count({ view: 'working' })]).toMatchObject([{ count: 1 }, { count: 4 }]);
  });

  it('counts what is due today until it is done', async () => {
    const id = await giveAccepted();
    await set(id, { date: dayFromNow(0) });
    const counts = () => countHandoffs({ context: rep.context, input: {} });
    expect(await counts()).toMatchObject({ contacts: 1, contactsPast: 0 });
    await answer(id, 'absent');
    expect(await counts()).toMatchObject({ contacts: 0, contactsPast: 0 });
  });
});

describe('when its time has come', () => {
  it('is told the owner once, whoever that is by then, in the product and by mail', async () => {
    const id = await giveAccepted();
    await set(id, { date: dayFromNow(2), note: '見積の返事を聞く' });
    const next = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '森 あかり' });
    await reassignHandoff({ context: boss.context, input: { handoff: id, owner: next.id } });
    await db.pool.database.delete(effect).where(eq(effect.handoffId, id));
    const rest = await look(id);
    expect(rest.kind === 'resting' && rest.waitMs).toBeGreaterThan(dayMs / 2);
    expect(await noticesOf({ id, of: next })).toEqual(['handoff-assigned']);
    await letCome(id);
    expect((await look(id)).kind).toBe('queued');
    await look(id);
    expect(await noticesOf({ id, of: next })).toEqual(['handoff-assigned', 'handoff-contact-due']);
    expect(await noticesOf({ id, of: rep })).not.toContain('handoff-contact-due');
  });

  it('stays in the product where its mail is not wanted, and the timer ends', async () => {
    const id = await giveAccepted();
    await db.pool.database.update(effect).set({ state: 'dropped' }).where(eq(effect.handoffId, id));
    const preferences = { mutedMails: ['contact-due'] };
    await db.pool.database.update(user).set({ preferences }).where(eq(user.id, rep.id));
    await set(id, { date: dayFromNow(2) });
    await letCome(id);
    expect((await look(id)).kind).toBe('end');
    expect(await noticesOf({ id, of: rep })).toContain('handoff-contact-due');
  });

  it('is told again where another was set after it', async () => {
    const id = await giveAccepted();
    for (const _ of [1, 2]) {
      await set(id, { date: dayFromNow(2) });
      await letCome(id);
      await look(id);
    }
    const told = (await noticesOf({ id, of: rep })).filter((kind) => kind === 'handoff-contact-due');
    expect(told).toHaveLength(2);
    const mails = await db.pool.database
      .select({ key: effect.key })
      .from(effect)
      .where(and(eq(effect.handoffId, id), sql`${effect.config} ->> 'notice' = 'contact-due'`));
    expect(mails).toHaveLength(2);
  });
});

describe('with an answer', () => {
  it('goes with the absence that it was set after, and the one before is back', async () => {
    const id = await giveAccepted();
    const [before, after] = [dayFromNow(3), dayFromNow(5)];
    await set(id, { date: before, note: '三日後に' });
    await answer(id, 'absent');
    expect((await brief(id)).nextContact).toMatchObject({ date: before });
    await set(id, { date: after });
    await undoAnswer({ context: rep.context, input: { handoff: id } });
    expect((await brief(id)).nextContact).toMatchObject({ date: before, note: '三日後に' });
  });

  it('goes with an absence on an open one, which is open again', async () => {
    const id = await handOver({ database: db.pool.database, to: rep });
    await answer(id, 'absent');
    await set(id, { date: dayFromNow(1) });
    await undoAnswer({ context: rep.context, input: { handoff: id } });
    expect((await readHandoff({ database: db.pool.database, id })).row).toMatchObject({ state: 'open', ...noContact });
  });

  it('is gone once the hand-off is closed, and back where that is undone', async () => {
    const date = dayFromNow(2);
    const close = [
      (id: HandoffId) => answer(id, 'won'),
      (id: HandoffId) => rejectHandoff({ context: rep.context, input: { handoff: id, reason: 'too-early', note: '' } }),
    ];
    for (const end of close) {
      const id = await giveAccepted();
      await set(id, { date, note: '決裁の確認' });
      await end(id);
      expect((await brief(id)).nextContact).toBeNull();
      await undoAnswer({ context: rep.context, input: { handoff: id } });
      expect((await brief(id)).nextContact).toMatchObject({ date, note: '決裁の確認' });
    }
  });

  it('leaves nothing behind of a lead that is erased', async () => {
    const id = await giveAccepted();
    await set(id, { date: dayFromNow(2), note: '佐藤様の携帯へ' });
    const { row } = await readHandoff({ database: db.pool.database, id });
    const admin = await newPerson({ database: db.pool.database, role: 'admin', name: '青木 恵' });
    await eraseLead({ context: admin.context, lead: row.leadId });
    expect((await readHandoff({ database: db.pool.database, id })).row).toMatchObject({
      nextContactAt: null,
      nextContactNote: null,
    });
  });
});
