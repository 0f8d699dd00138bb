import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, type Person, readHandoff } from '../../../../test/hosts/test-handoffs.ts';
import { readTimeline } from '../lead/read-timeline.ts';
import { recordOutcome } from './record-outcome.ts';
import { undoAnswer } from './undo-answer.ts';

let db: TestDatabase;
let rep: Person;
let boss: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  rep = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '野口 沙織' });
  boss = await newPerson({ database: db.pool.database, role: 'sales-manager', name: '大川 亮' });
});
afterAll(() => db.drop());

async function give() {
  const handoff = await handOver({ database: db.pool.database, to: rep });
  const { row } = await readHandoff({ database: db.pool.database, id: handoff });
  const history = async () =>
    (await readTimeline({ context: boss.context, input: { lead: row.leadId, limit: 20 } })).rows;
  return { handoff, history };
}

it('tells in the history who recorded an answer, and not whose the hand-off is', async () => {
  const { handoff, history } = await give();
  await recordOutcome({ context: rep.context, input: { handoff, outcome: 'met', note: '' } });
  await recordOutcome({ context: boss.context, input: { handoff, outcome: 'lost', note: '' } });
  const [lost, ...before] = await history();
  expect(lost).toMatchObject({ name: 'handoff-closed', outcome: 'lost', handoff: { by: '大川 亮' } });
  expect(before.find(({ outcome }) => outcome === 'met')?.handoff).toMatchObject({ by: '野口 沙織' });
  const accepted = before.find(({ name }) => name === 'handoff-accepted');
  expect(accepted?.handoff).toMatchObject({ by: '野口 沙織' });
  const created = before.find(({ name }) => name === 'handoff-created');
  expect(created?.handoff).toMatchObject({ owner: '野口 沙織', by: null });
});

it('strikes through what was taken back, and not the stage that stands since', async () => {
  const { handoff, history } = await give();
  await recordOutcome({ context: boss.context, input: { handoff, outcome: 'met', note: '' } });
  await undoAnswer({ context: boss.context, input: { handoff } });
  const moves = (await history()).filter(({ name }) => name === 'stage-changed');
  expect(moves.map(({ outcome, retracted, restored }) => ({ outcome, retracted, restored }))).toEqual([
    { outcome: 'mql', retracted: false, restored: true },
    { outcome: 'opportunity', retracted: true, restored: false },
    { outcome: 'sql', retracted: true, restored: false },
    { outcome: 'mql', retracted: false, restored: false },
  ]);
});
