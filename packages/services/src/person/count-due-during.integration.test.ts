import { handoff } from '@sodate/database/schema/handoff';
import { organisation } from '@sodate/database/schema/organisation';
import { type Instant, parseInstant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson } from '../../../../test/hosts/test-handoffs.ts';
import { acceptHandoff } from '../handoff/accept-handoff.ts';
import { listHandoffs } from '../handoff/list-handoffs.ts';
import { countDueDuring } from './count-due-during.ts';
import { countOpenHandoffs } from './count-open-handoffs.ts';
import { moveHandoffs } from './move-handoffs.ts';
import { previewMove } from './preview-move.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  const sender = { name: 'あおば', email: 'a@aoba.test', postalAddress: '' };
  await db.pool.database.insert(organisation).values({ name: 'あおば', sender });
});
afterAll(() => db.drop());

it('counts what is due, and whom to contact, while somebody is away, the days of the organisation and both ends included', async () => {
  const { database } = db.pool;
  const rep = await newPerson({ database, role: 'sales-rep', name: '大川' });
  const other = await newPerson({ database, role: 'sales-rep', name: '清水' });
  const due = async (at: string) => {
    const id = await handOver({ database, to: rep });
    const dueAt = parseInstant(`${at}+09:00`);
    await database.update(handoff).set({ dueAt }).where(eq(handoff.id, id));
    return id;
  };
  await due('2026-11-29T23:59:59');
  await due('2026-11-30T00:00:00');
  await due('2026-12-04T23:59:59');
  await due('2026-12-05T00:00:00');
  const accept = async (nextContactAt: Instant | null) => {
    const id = await due('2026-12-01T12:00:00');
    await acceptHandoff({ context: rep.context, input: { handoff: id } });
    await database.update(handoff).set({ nextContactAt }).where(eq(handoff.id, id));
  };
  await accept(null);
  for (const at of ['2026-11-29T23:59:59', '2026-12-04T23:59:59', '2026-12-05T00:00:00']) {
    await accept(parseInstant(`${at}+09:00`));
  }

  const now = { now: () => parseInstant('2026-11-19T14:32:00+09:00') };
  const context = { ...rep.context, clock: now };
  const days = { from: '2026-11-30', until: '2026-12-04' };
  expect(await countDueDuring({ context, input: { id: rep.id, days } })).toEqual({
    answers: 2,
    contacts: 1,
    overdue: 0,
  });
  const listed = await listHandoffs({ context, input: { view: 'open', owner: rep.id, ...days, limit: 9 } });
  expect(listed.rows.map(({ dueAt }) => dueAt)).toEqual(['2026-11-29T15:00:00.000Z', '2026-12-04T14:59:59.000Z']);
  expect(await countDueDuring({ context, input: { id: rep.id, days: null } })).toEqual({
    answers: 4,
    contacts: 3,
    overdue: 0,
  });
  const after = { ...rep.context, clock: { now: () => parseInstant('2026-12-05T00:00:00+09:00') } };
  expect(await countDueDuring({ context: after, input: { id: rep.id, days } })).toEqual({
    answers: 0,
    contacts: 0,
    overdue: 0,
  });
  // What fell due before is waiting still, and is none of these days'.
  const later = { ...rep.context, clock: { now: () => parseInstant('2026-11-30T00:00:01+09:00') } };
  const inDecember = { from: '2026-12-01', until: '2026-12-04' };
  expect(await countDueDuring({ context: later, input: { id: rep.id, days: inDecember } })).toMatchObject({
    overdue: 2,
  });
  const asked = countDueDuring({ context: other.context, input: { id: rep.id, days } });
  await expect(asked).rejects.toMatchObject({ kind: 'forbidden' });

  // Given on for those days, these three go along, and nothing else.
  const manager = await newPerson({ database, role: 'sales-manager', name: '三田' });
  const move = { id: rep.id, to: { kind: 'person', person: other.id }, working: true, meanwhile: true } as const;
  const moving = { context: { ...manager.context, clock: now }, input: { ...move, during: days } };
  expect(await previewMove(moving)).toMatchObject({ receivers: [{ name: '清水', count: 3 }] });
  expect(await moveHandoffs(moving)).toMatchObject({ moved: 3 });
  expect(await countDueDuring({ context, input: { id: rep.id, days } })).toEqual({
    answers: 0,
    contacts: 0,
    overdue: 0,
  });
  expect(await countOpenHandoffs({ context, person: rep.id })).toEqual({ open: 2, working: 3 });
});
