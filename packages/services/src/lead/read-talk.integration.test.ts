import { asInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, type Person, readHandoff } from '../../../../test/hosts/test-handoffs.ts';
import { dateAt } from '../handoff/next-contact.ts';
import { recordOutcome } from '../handoff/record-outcome.ts';
import { setNextContact } from '../handoff/set-next-contact.ts';
import { readTalk } from './read-talk.ts';

const dayMs = 86_400_000;

let db: TestDatabase;
let rep: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  rep = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '水野 陽介' });
});

afterAll(() => db.drop());

async function give() {
  const { database } = db.pool;
  const id = await handOver({ database, to: rep });
  const { row } = await readHandoff({ database, id });
  return { id, lead: row.leadId };
}

it('tells of a lead what was last agreed with it, and when it is contacted next', async () => {
  const { id, lead } = await give();
  const { context } = rep;
  expect(await readTalk({ context, lead })).toBeNull();
  await recordOutcome({ context, input: { handoff: id, outcome: 'reached', note: '見積を希望' } });
  const date = dateAt({ at: asInstant(context.clock.now() + dayMs), zone: 'Asia/Tokyo' });
  await setNextContact({ context, input: { handoff: id, contact: { date, note: '見積を送る' } } });
  const talk = await readTalk({ context, lead });
  expect(talk?.handoff).toBe(id);
  expect(talk?.entries.find(({ kind }) => kind === 'reached')).toMatchObject({ by: '水野 陽介', note: '見積を希望' });
  expect(talk?.nextContact).toMatchObject({ date, note: '見積を送る', standing: 'later' });
});

it('still tells it of a lead that was handed over once more, until something is said there', async () => {
  const { database } = db.pool;
  const { context } = rep;
  const { id, lead } = await give();
  await recordOutcome({ context, input: { handoff: id, outcome: 'won', note: '来月から' } });
  const again = await handOver({ database, to: rep, lead });
  expect((await readTalk({ context, lead }))?.handoff).toBe(id);
  await recordOutcome({ context, input: { handoff: again, outcome: 'absent', note: '' } });
  expect((await readTalk({ context, lead }))?.handoff).toBe(again);
});

it('keeps what was said from viewers and from reps whose hand-off it is not', async () => {
  const { database } = db.pool;
  const { id, lead } = await give();
  await recordOutcome({ context: rep.context, input: { handoff: id, outcome: 'reached', note: '見積を希望' } });
  const readAs = async (role: 'viewer' | 'sales-rep' | 'sales-manager' | 'marketer') => {
    const { context } = await newPerson({ database, role, name: role });
    return (await readTalk({ context, lead }))?.handoff ?? null;
  };
  expect(await readAs('viewer')).toBeNull();
  expect(await readAs('sales-rep')).toBeNull();
  expect(await readAs('sales-manager')).toBe(id);
  expect(await readAs('marketer')).toBe(id);
});
