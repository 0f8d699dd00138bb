import { asId } from '@sodate/journey/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, type Person, readHandoff } from '../../../../test/hosts/test-handoffs.ts';
import { readTimeline } from '../lead/read-timeline.ts';
import { readBrief } from './read-brief.ts';
import { recordOutcome } from './record-outcome.ts';
import { sayWhyLost } from './say-why-lost.ts';
import { undoAnswer } from './undo-answer.ts';

let db: TestDatabase;
let rep: Person;
let other: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  rep = await newPerson({ database, role: 'sales-rep', name: '水野 陽介' });
  other = await newPerson({ database, role: 'sales-rep', name: '森 あかり' });
});
afterAll(() => db.drop());

async function lose() {
  const id = await handOver({ database: db.pool.database, to: rep });
  await recordOutcome({ context: rep.context, input: { handoff: id, outcome: 'lost', note: '' } });
  return id;
}

async function historyOf(id: Awaited<ReturnType<typeof lose>>) {
  const { row } = await readHandoff({ database: db.pool.database, id });
  const { rows } = await readTimeline({ context: rep.context, input: { lead: asId(row.leadId), limit: 10 } });
  return rows.find(({ name }) => name === 'handoff-closed')?.handoff;
}

describe('why it was lost', () => {
  it('is said afterwards, by a reason and in words, and stands in the brief and in the lead’s history', async () => {
    const id = await lose();
    await sayWhyLost({ context: rep.context, input: { handoff: id, reason: 'no-budget' } });
    await sayWhyLost({ context: rep.context, input: { handoff: id, note: '来期にまた話す' } });
    const brief = await readBrief({ context: rep.context, input: { handoff: id } });
    expect([brief.closeReason, brief.outcomeNote]).toEqual(['no-budget', '来期にまた話す']);
    expect(brief.entries.at(-1)).toMatchObject({ kind: 'lost', reason: 'no-budget', note: '来期にまた話す' });
    expect(brief.may.undo).toBe('lost');
    expect(await historyOf(id)).toMatchObject({ by: '水野 陽介', why: 'no-budget', note: '来期にまた話す' });
  });

  it('need not be said', async () => {
    const brief = await readBrief({ context: rep.context, input: { handoff: await lose() } });
    expect([brief.closeReason, brief.entries.at(-1)?.reason]).toEqual([null, null]);
  });

  it('is gone with a loss that was taken back, and cannot be said of it nor by another', async () => {
    const id = await lose();
    const said = { handoff: id, reason: 'no-need' } as const;
    await expect(sayWhyLost({ context: other.context, input: said })).rejects.toMatchObject({ kind: 'forbidden' });
    await sayWhyLost({ context: rep.context, input: said });
    await undoAnswer({ context: rep.context, input: { handoff: id } });
    expect((await readHandoff({ database: db.pool.database, id })).row.closeReason).toBeNull();
    await expect(sayWhyLost({ context: rep.context, input: said })).rejects.toMatchObject({ kind: 'conflict' });
  });
});
