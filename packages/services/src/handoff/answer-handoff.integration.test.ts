import { handoff } from '@sodate/database/schema/handoff';
import type { HandoffId } from '@sodate/journey/id';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { handOver, newPerson, noticesOf, type Person, readHandoff } from '../../../../test/hosts/test-handoffs.ts';
import { changeStage } from '../lead/change-stage.ts';
import { acceptHandoff } from './accept-handoff.ts';
import { carryOnHandoff } from './carry-on-handoff.ts';
import { fastForwardHandoff } from './fast-forward-handoff.ts';
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
});

afterAll(() => db.drop());

function give({ test = false, to = rep } = {}) {
  return handOver({ database: db.pool.database, to, test });
}

function read(id: HandoffId) {
  return readHandoff({ database: db.pool.database, id });
}

/** What the worker does at each deadline. */
function look(id: HandoffId) {
  return carryOnHandoff({ context: testContext({ database: db.pool.database }), handoff: id, known: 0 });
}

describe('accept', () => {
  it('makes the lead SQL, tells the journey and ends the timer', async () => {
    const id = await give();
    expect(await acceptHandoff({ context: rep.context, input: { handoff: id } })).toEqual({
      state: 'accepted',
      alreadyBy: null,
    });
    const { row, stage, events, entries, nudges } = await read(id);
    expect(row).toMatchObject({ state: 'accepted', until: null });
    expect(row.acceptedAt).not.toBeNull();
    expect(stage).toBe('sql');
    expect(events.map(({ name }) => name)).toEqual(['handoff-created', 'handoff-accepted']);
    expect(entries.at(-1)).toEqual({ kind: 'accepted', by: rep.id });
    expect(nudges).toEqual([row.rest]);
  });

  it('done twice changes nothing and says who did', async () => {
    const id = await give();
    const both = await Promise.all(
      [rep, boss].map(({ context }) => acceptHandoff({ context, input: { handoff: id } })),
    );
    const names = both.map(({ alreadyBy }) => alreadyBy?.name ?? null).filter((name) => name !== null);
    expect(names).toHaveLength(1);
    expect(['水野 陽介', '片山 亮']).toContain(names[0]);
    expect((await read(id)).events.filter(({ name }) => name === 'handoff-accepted')).toHaveLength(1);
  });

  it('done twice by oneself, as after an answer that was lost on the way, is no news of anybody', async () => {
    const id = await give();
    const accept = () => acceptHandoff({ context: rep.context, input: { handoff: id } });
    await accept();
    expect(await accept()).toEqual({ state: 'accepted', alreadyBy: null });
  });

  it('is refused to another rep, in words', async () => {
    const id = await give();
    const refused = acceptHandoff({ context: other.context, input: { handoff: id } });
    await expect(refused).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await read(id)).row.state).toBe('open');
  });

  it('can be taken back: open again under the old deadline, the event retracted', async () => {
    const id = await give();
    const before = (await read(id)).row;
    await acceptHandoff({ context: rep.context, input: { handoff: id } });
    await expect(undoAnswer({ context: boss.context, input: { handoff: id } })).rejects.toMatchObject({
      kind: 'conflict',
    });
    await undoAnswer({ context: rep.context, input: { handoff: id } });
    const { row, events } = await read(id);
    expect(row).toMatchObject({ state: 'open', acceptedAt: null, until: before.until, dueAt: before.dueAt });
    expect(events.at(-1)).toMatchObject({ name: 'handoff-accepted', retracted: expect.anything() });
  });
});

describe('reject', () => {
  it('closes it with the reason, and the journey hears of it', async () => {
    const id = await give();
    const input = { handoff: id, reason: 'too-early' as const, note: '来年度に' };
    await rejectHandoff({ context: rep.context, input });
    const { row, stage, events } = await read(id);
    expect(row).toMatchObject({ state: 'rejected', closeReason: 'too-early', outcomeNote: '来年度に', until: null });
    expect(stage).toBe('mql');
    expect(events.at(-1)).toMatchObject({ name: 'handoff-rejected', outcome: 'too-early' });
  });

  it('leaves a closed one closed, and says who closed it', async () => {
    const id = await give();
    await rejectHandoff({ context: rep.context, input: { handoff: id, reason: 'not-target', note: '' } });
    await expect(acceptHandoff({ context: boss.context, input: { handoff: id } })).rejects.toMatchObject({
      kind: 'conflict',
      text: { ja: expect.stringContaining('水野 陽介') },
    });
  });
});

describe('outcomes', () => {
  it.each([
    { outcome: 'absent', state: 'accepted', stage: 'sql', last: 'handoff-accepted' },
    { outcome: 'reached', state: 'accepted', stage: 'sql', last: 'handoff-accepted' },
    { outcome: 'met', state: 'accepted', stage: 'opportunity', last: 'handoff-closed' },
    { outcome: 'opportunity', state: 'opportunity', stage: 'opportunity', last: 'handoff-closed' },
    { outcome: 'won', state: 'won', stage: 'customer', last: 'handoff-closed' },
    { outcome: 'lost', state: 'lost', stage: 'sql', last: 'handoff-closed' },
  ] as const)('$outcome on an open one accepts it first', async ({ outcome, ...expected }) => {
    const id = await give();
    await recordOutcome({ context: rep.context, input: { handoff: id, outcome, note: '' } });
    const { row, stage, events, entries } = await read(id);
    expect(row.state).toBe(expected.state);
    expect(stage).toBe(expected.stage);
    expect(events.at(-1)?.name).toBe(expected.last);
    expect(events.map(({ name }) => name)).toContain('handoff-accepted');
    expect(entries.slice(-2).map(({ kind }) => kind)).toEqual(['accepted', outcome]);
  });

  it.each(['absent', 'reached', 'met', 'opportunity', 'won', 'lost'] as const)(
    '%s recorded by a slip on an open one can be taken back, with its acceptance and the stage',
    async (outcome) => {
      const id = await give();
      const before = (await read(id)).row;
      await recordOutcome({ context: rep.context, input: { handoff: id, outcome, note: '' } });
      const undone = await undoAnswer({ context: rep.context, input: { handoff: id } });
      expect(undone).toEqual({ state: 'open', stage: 'mql' });
      const { row, stage, events } = await read(id);
      expect(row).toMatchObject({ state: 'open', acceptedAt: null, metAt: null, closedAt: null, until: before.until });
      expect(stage).toBe('mql');
      const told = events.filter(({ name }) => name !== 'handoff-created');
      expect(told.every(({ retracted }) => retracted !== null)).toBe(true);
      const moves = await db.pool.database.execute<{ outcome: string; counts: boolean }>(sql`
        select e.outcome, e.retracted_at is null as counts from event e join visitor v on v.id = e.visitor_id
        where v.lead_id = ${before.leadId} and e.name = 'stage-changed' order by e.id`);
      expect(moves.filter(({ counts }) => counts).map((move) => move.outcome)).toEqual(['mql']);
      const again = undoAnswer({ context: rep.context, input: { handoff: id } });
      await expect(again).rejects.toMatchObject({ kind: 'conflict' });
    },
  );

  it('taken back leave what was there before: an accepted one, its first meeting, a stage changed since', async () => {
    const id = await give();
    await recordOutcome({ context: rep.context, input: { handoff: id, outcome: 'met', note: '' } });
    const met = (await read(id)).row;
    await recordOutcome({ context: rep.context, input: { handoff: id, outcome: 'won', note: '' } });
    await changeStage({ context: boss.context, lead: met.leadId, stage: 'disqualified' });
    await undoAnswer({ context: rep.context, input: { handoff: id } });
    const { row, stage } = await read(id);
    expect(row).toMatchObject({ state: 'accepted', acceptedAt: met.acceptedAt, metAt: met.metAt, closedAt: null });
    expect(stage).toBe('disqualified');
  });

  it('a rejection taken back leaves an accepted one accepted', async () => {
    const id = await give();
    await acceptHandoff({ context: rep.context, input: { handoff: id } });
    await rejectHandoff({ context: rep.context, input: { handoff: id, reason: 'too-early', note: '' } });
    await undoAnswer({ context: rep.context, input: { handoff: id } });
    expect((await read(id)).row).toMatchObject({ state: 'accepted', closeReason: null, closedAt: null });
  });

  it('follow one another until the deal is won', async () => {
    const id = await give();
    for (const outcome of ['absent', 'reached', 'opportunity', 'won'] as const) {
      await recordOutcome({ context: rep.context, input: { handoff: id, outcome, note: '' } });
    }
    expect((await read(id)).events.map(({ name, outcome }) => outcome ?? name)).toEqual([
      'handoff-created',
      'handoff-accepted',
      'opportunity',
      'won',
    ]);
    const again = recordOutcome({ context: rep.context, input: { handoff: id, outcome: 'lost', note: '' } });
    await expect(again).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('deadlines', () => {
  it('remind the owner, then tell the owner and every manager, while it stays open', async () => {
    const id = await give({ test: true });
    await fastForwardHandoff({ context: boss.context, input: { handoff: id } });
    await look(id);
    expect(await noticesOf({ id, of: rep })).toEqual(['handoff-assigned', 'handoff-due-soon']);
    expect(await noticesOf({ id, of: boss })).toEqual([]);
    await fastForwardHandoff({ context: boss.context, input: { handoff: id } });
    await look(id);
    const { row, events } = await read(id);
    expect(await noticesOf({ id, of: rep })).toEqual(['handoff-assigned', 'handoff-due-soon', 'handoff-overdue']);
    expect(await noticesOf({ id, of: boss })).toEqual(['handoff-escalated']);
    expect(row).toMatchObject({ state: 'open', until: null });
    expect(events.at(-1)?.name).toBe('handoff-overdue');
    await acceptHandoff({ context: rep.context, input: { handoff: id } });
    expect((await read(id)).row.state).toBe('accepted');
  });

  it('pass unnoticed once it was accepted', async () => {
    const id = await give({ test: true });
    await acceptHandoff({ context: rep.context, input: { handoff: id } });
    await db.pool.database
      .update(handoff)
      .set({ offsetMs: 30 * 86_400_000 })
      .where(eq(handoff.id, id));
    await look(id);
    expect((await read(id)).events.map(({ name }) => name)).not.toContain('handoff-overdue');
    expect(await noticesOf({ id, of: boss })).toEqual([]);
  });

  it('cannot be skipped for a real lead', async () => {
    const id = await give();
    const skipped = fastForwardHandoff({ context: boss.context, input: { handoff: id } });
    await expect(skipped).rejects.toMatchObject({ kind: 'conflict' });
  });
});
