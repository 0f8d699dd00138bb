import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId, type HandoffId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, publishPlan, scriptedChannel, testEngine } from '../../../../test/hosts/test-engine.ts';
import {
  handOver,
  newPerson,
  noticesOf,
  type Person,
  readHandoff,
  unreadNoticesOf,
} from '../../../../test/hosts/test-handoffs.ts';
import { storeEvents } from '../event/store-events.ts';
import { readTimeline } from '../lead/read-timeline.ts';
import { makeOrganisation } from '../mail/mail-world.ts';
import { listNotices } from '../notice/list-notices.ts';
import { acceptHandoff } from './accept-handoff.ts';
import { countHandoffs } from './count-handoffs.ts';
import { fillBant } from './fill-bant.ts';
import { listHandoffs } from './list-handoffs.ts';
import { prepareNotice } from './prepare-notice.ts';
import { readBrief } from './read-brief.ts';
import { reassignHandoff } from './reassign-handoff.ts';
import { recordOutcome } from './record-outcome.ts';
import { rejectHandoff } from './reject-handoff.ts';
import { undoAnswer } from './undo-answer.ts';

let db: TestDatabase;
let rep: Person;
let other: Person;
let boss: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  rep = await newPerson({ database, role: 'sales-rep', name: '水野 陽介' });
  other = await newPerson({ database, role: 'sales-rep', name: '森 あかり' });
  boss = await newPerson({ database, role: 'sales-manager', name: '片山 亮' });
  await makeOrganisation({ context: boss.context });
});

afterAll(() => db.drop());

function give({ test = false, to = rep } = {}) {
  return handOver({ database: db.pool.database, to, test });
}

function read(id: HandoffId) {
  return readHandoff({ database: db.pool.database, id });
}

describe('reassign', () => {
  it('gives it to another rep, who is told; the old one no longer sees it', async () => {
    const id = await give();
    const dueAt = (await read(id)).row.dueAt;
    await reassignHandoff({ context: boss.context, input: { handoff: id, owner: other.id } });
    const { row, owner, entries } = await read(id);
    expect(row).toMatchObject({ ownerId: other.id, dueAt });
    expect(owner).toBe(other.id);
    expect(entries.at(-1)).toEqual({ kind: 'assigned', by: boss.id });
    expect(await noticesOf({ id, of: other })).toEqual(['handoff-assigned']);
    const [told] = (await listNotices({ context: rep.context, input: { limit: 1 } })).rows;
    expect(told).toMatchObject({ kind: 'handoff-taken', person: '森 あかり', changedBy: '片山 亮', readAt: null });
    expect(told?.href).toBe(`/leads/${row.leadId}`);
    expect(await unreadNoticesOf({ id, of: rep })).toEqual([]);
    const log = await readBrief({ context: other.context, input: { handoff: id } });
    expect(log.entries.at(-1)).toMatchObject({ from: '水野 陽介', to: '森 あかり', by: '片山 亮' });
    await expect(readBrief({ context: rep.context, input: { handoff: id } })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('tells those who had it of nothing that they did themselves, and nobody who is gone', async () => {
    const mine = await give({ to: boss });
    await reassignHandoff({ context: boss.context, input: { handoff: mine, owner: other.id } });
    expect((await listNotices({ context: boss.context, input: { limit: 5 } })).rows).not.toContainEqual(
      expect.objectContaining({ kind: 'handoff-taken' }),
    );
    const gone = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '去った人' });
    const theirs = await give({ to: gone });
    await db.pool.database.update(user).set({ banned: true }).where(eq(user.id, gone.id));
    await reassignHandoff({ context: boss.context, input: { handoff: theirs, owner: other.id } });
    const { rows } = await listNotices({ context: gone.context, input: { limit: 5 } });
    expect(rows.map(({ kind }) => kind)).toEqual(['handoff-assigned']);
  });

  it('carries a note to the new owner, in the log, in their notice and in the mail', async () => {
    const id = await give();
    const note = '先週の商談で森さんを希望されました';
    await reassignHandoff({ context: boss.context, input: { handoff: id, owner: other.id, note } });
    const { entries } = await readBrief({ context: other.context, input: { handoff: id } });
    expect(entries.at(-1)).toMatchObject({ kind: 'assigned', note, by: '片山 亮' });
    const { rows } = await listNotices({ context: other.context, input: { limit: 1 } });
    expect(rows).toMatchObject([{ kind: 'handoff-assigned', note: { text: note, by: '片山 亮' } }]);
    const mails = await db.pool.database.select().from(effect).where(eq(effect.handoffId, id));
    const theirs = mails.find(({ config }) => config.user === other.id);
    if (theirs === undefined) throw new Error('no mail waits');
    const mail = await prepareNotice({ context: boss.context, effect: theirs });
    expect(mail?.text).toContain(`片山 亮さんより：${note}`);
    await db.pool.database.update(handoffEntry).set({ detail: {} }).where(eq(handoffEntry.handoffId, id));
    expect((await listNotices({ context: other.context, input: { limit: 1 } })).rows[0]?.note).toBeNull();
    expect((await prepareNotice({ context: boss.context, effect: theirs }))?.text).not.toContain(note);
  });

  it('leaves what happened before in the lead’s history with who had it then', async () => {
    const id = await give();
    const { row } = await read(id);
    const { context } = boss;
    await storeEvents({ context, events: [{ lead: row.leadId, name: 'handoff-overdue', handoff: id }] });
    await reassignHandoff({ context, input: { handoff: id, owner: other.id } });
    await acceptHandoff({ context: other.context, input: { handoff: id } });
    const { rows } = await readTimeline({ context, input: { lead: row.leadId, limit: 100 } });
    const owners = Object.fromEntries(rows.map(({ name, handoff: of }) => [name, of?.owner]));
    expect(owners).toMatchObject({
      'handoff-created': '水野 陽介',
      'handoff-overdue': '水野 陽介',
      'handoff-accepted': '森 あかり',
    });
  });

  it('tells somebody again to whom it comes back', async () => {
    const id = await give();
    const before = (await noticesOf({ id, of: rep })).length;
    await reassignHandoff({ context: boss.context, input: { handoff: id, owner: other.id } });
    await reassignHandoff({ context: boss.context, input: { handoff: id, owner: rep.id } });
    await reassignHandoff({ context: boss.context, input: { handoff: id, owner: rep.id } });
    expect(await noticesOf({ id, of: rep })).toHaveLength(before + 1);
  });

  it('is for managers, and to salespeople only', async () => {
    const id = await give();
    const input = { handoff: id, owner: other.id };
    await expect(reassignHandoff({ context: rep.context, input })).rejects.toMatchObject({ kind: 'forbidden' });
    const marketer = await newPerson({ database: db.pool.database, role: 'marketer', name: '青木 恵' });
    const wrong = reassignHandoff({ context: boss.context, input: { ...input, owner: marketer.id } });
    await expect(wrong).rejects.toMatchObject({ kind: 'invalid', field: 'owner' });
  });
});

describe('inbox', () => {
  it('shows a rep their own, the nearest deadline first, page by page; a manager all', async () => {
    const mine = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '小川 蓮' });
    const ids = [await give({ to: mine }), await give({ to: mine }), await give({ to: mine })];
    const [late] = ids;
    if (late === undefined) throw new Error('nothing was handed over');
    await db.pool.database
      .update(handoff)
      .set({ offsetMs: 40 * 86_400_000 })
      .where(eq(handoff.id, late));
    const asked = { view: 'open', limit: 2 } as const;
    const first = await listHandoffs({ context: mine.context, input: asked });
    const rest = await listHandoffs({ context: mine.context, input: { ...asked, after: first.next } as never });
    const rows = [...first.rows, ...rest.rows];
    expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(rows.map(({ dueAt }) => dueAt)).toEqual(rows.map(({ dueAt }) => dueAt).toSorted());
    expect(rows.find(({ id }) => id === late)).toMatchObject({ overdue: true });
    expect(await countHandoffs({ context: mine.context, input: {} })).toMatchObject({
      open: 3,
      openTests: 0,
      overdue: 1,
      working: 0,
    });
    await rejectHandoff({ context: mine.context, input: { handoff: late, reason: 'not-target', note: '' } });
    const closed = await listHandoffs({ context: boss.context, input: { view: 'closed', owner: mine.id, limit: 50 } });
    expect(closed.rows.map(({ id }) => id)).toEqual([late]);
    await give({ to: mine, test: true });
    expect(await countHandoffs({ context: mine.context, input: {} })).toMatchObject({ open: 3, openTests: 1 });
  });

  it('lists what is done by when it was closed, the latest first, page by page', async () => {
    const mine = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '西 直人' });
    const ids = [await give({ to: mine }), await give({ to: mine }), await give({ to: mine })];
    const order = [ids[1], ids[2], ids[0]].flatMap((id) => id ?? []);
    for (const [hour, id] of order.entries()) {
      await rejectHandoff({ context: mine.context, input: { handoff: id, reason: 'too-early', note: '' } });
      const closedAt = parseInstant(`2026-11-20T0${hour}:00:00Z`);
      await db.pool.database.update(handoff).set({ closedAt }).where(eq(handoff.id, id));
    }
    const asked = { view: 'closed', limit: 2 } as const;
    const first = await listHandoffs({ context: mine.context, input: asked });
    const rest = await listHandoffs({ context: mine.context, input: { ...asked, after: first.next } as never });
    expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(order.toReversed());
  });
});

describe('brief', () => {
  it('says who, why, what to ask and what may be done, in one call', async () => {
    const id = await give();
    await fillBant({ context: rep.context, input: { handoff: id, answers: { bantBudget: '300万円', bantNeed: '' } } });
    const brief = await readBrief({ context: rep.context, input: { handoff: id } });
    expect(brief).toMatchObject({
      followUp: 'その日のうちに電話する',
      questions: ['予算はいつ決まりますか'],
      overdue: false,
      lead: { name: '坂井 真理子' },
      may: { answer: true, reassign: false, undo: null },
    });
    expect(brief.totalMs).toBe(4 * 3_600_000);
    expect(brief.lead.own.find(({ name }) => name === 'bantBudget')?.value).toBe('300万円');
    expect(brief.entries.map(({ kind }) => kind)).toEqual(['created']);
  });

  it('says whether its journey still waits, and where the lead is once it does not', async () => {
    const context = testEngine({ database: db.pool.database, channel: scriptedChannel() });
    const wait = { duration: { amount: 3, unit: 'days' }, zone: 'journey' } as const;
    const plan = planOf({
      ops: [
        { id: 'sales', kind: 'wait', spec: wait, next: { done: 'end' } },
        { id: 'end', kind: 'end' },
      ],
    });
    const later = asId<'node'>('later');
    const drawn = { id: later, type: 'wait', title: '1か月待つ', revision: 1, config: {}, position: { x: 0, y: 0 } };
    const sold = { id: asId<'edge'>('n/opportunity'), from: asId<'node'>('sales'), outcome: 'opportunity', to: later };
    const graph = { ...emptyGraph, nodes: { [later]: drawn }, edges: { [sold.id]: sold } };
    const { version } = await publishPlan({ context, plan, graph });
    const id = await give();
    const { leadId } = (await read(id)).row;
    const { id: enrollmentId, node, visit } = await enter({ context, lead: leadId, version, plan });
    const now = async () => (await readBrief({ context: rep.context, input: { handoff: id } })).journeyNow;
    expect(await now()).toBeNull();
    await context.database.update(handoff).set({ enrollmentId, node, visit }).where(eq(handoff.id, id));
    expect(await now()).toEqual({ kind: 'waits', hears: ['opportunity', 'won'] });
    const move = (values: Partial<typeof enrollment.$inferInsert>) =>
      context.database.update(enrollment).set(values).where(eq(enrollment.id, enrollmentId));
    await move({ node: later });
    expect(await now()).toMatchObject({ kind: 'gone-on', to: { title: { ja: '1か月待つ' } } });
    await move({ node, visit: visit + 1 });
    expect(await now()).toMatchObject({ kind: 'gone-on' });
    await move({ state: 'ended' });
    expect(await now()).toEqual({ kind: 'ended' });
  });

  it('names what can be taken back, and counts no absence that was', async () => {
    const id = await give();
    await recordOutcome({ context: rep.context, input: { handoff: id, outcome: 'absent', note: '' } });
    expect((await readBrief({ context: rep.context, input: { handoff: id } })).may.undo).toBe('absent');
    expect((await readBrief({ context: boss.context, input: { handoff: id } })).may.undo).toBeNull();
    await undoAnswer({ context: rep.context, input: { handoff: id } });
    const { rows } = await listHandoffs({ context: rep.context, input: { view: 'open', limit: 100 } });
    expect(rows.find((row) => row.id === id)).toMatchObject({ absences: 0, state: 'open' });
    expect((await readBrief({ context: rep.context, input: { handoff: id } })).may.undo).toBeNull();
  });

  it('shows the newest of a long log, in the order of time', async () => {
    const id = await give();
    const lines = Array.from({ length: 120 }, (_, number) => ({
      handoffId: id,
      userId: rep.id,
      kind: 'note' as const,
      detail: { note: `${number}` },
    }));
    await db.pool.database.insert(handoffEntry).values(lines);
    const { entries } = await readBrief({ context: rep.context, input: { handoff: id } });
    expect(entries.map(({ note }) => note)).toEqual(lines.slice(-100).map(({ detail }) => detail.note));
  });

  it('tells what the lead wanted and did last past all that sales have noted since', async () => {
    const id = await give();
    const { row } = await read(id);
    const properties = { fields: { question: '在庫の誤差を減らしたい' } };
    const { context } = boss;
    const form = { lead: row.leadId, name: 'form-submitted', properties } as const;
    await storeEvents({ context, events: [{ ...form, properties: {} }] });
    expect((await readBrief({ context: rep.context, input: { handoff: id } })).sentEmptyForm).toBe(true);
    const noted = Array.from({ length: 70 }, () => ({ lead: row.leadId, name: 'attribute-changed' }) as const);
    await storeEvents({ context, events: [form, ...noted] });
    const brief = await readBrief({ context: rep.context, input: { handoff: id } });
    expect(brief.wish?.words).toBe('在庫の誤差を減らしたい');
    expect([brief.lastForm?.properties, brief.sentEmptyForm]).toEqual([properties, false]);
    expect(brief.lastSign?.name).toBe('form-submitted');
    expect(brief.recent.map(({ name }) => name)).not.toContain('form-submitted');
  });

  it('says in the list how often a lead was called, and when a meeting was recorded: of a deal alone, none', async () => {
    const id = await give();
    const record = (outcome: 'absent' | 'reached' | 'opportunity' | 'met') =>
      recordOutcome({ context: rep.context, input: { handoff: id, outcome, note: '' } });
    const input = { view: 'working', limit: 100 } as const;
    const listed = async () => (await listHandoffs({ context: rep.context, input })).rows.find((row) => row.id === id);
    for (const outcome of ['absent', 'reached', 'opportunity', 'reached'] as const) await record(outcome);
    expect(await listed()).toMatchObject({ metAt: null, absences: 1, talks: 2 });
    await undoAnswer({ context: rep.context, input: { handoff: id } });
    await record('met');
    expect(await listed()).toMatchObject({ metAt: expect.stringMatching(/^\d{4}-/), absences: 1, talks: 1 });
  });

  it('refuses a BANT field that there is not', async () => {
    const id = await give();
    const filled = fillBant({ context: rep.context, input: { handoff: id, answers: { mood: 'good' } } });
    await expect(filled).rejects.toMatchObject({ kind: 'invalid', text: { en: expect.stringContaining('mood') } });
  });
});
