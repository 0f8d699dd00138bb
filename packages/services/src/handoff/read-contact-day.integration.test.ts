import { user } from '@sodate/database/schema/user';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, type Person } from '../../../../test/hosts/test-handoffs.ts';
import { readContactDay } from './read-contact-day.ts';

let db: TestDatabase;
let rep: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  rep = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '水野 陽介' });
});

afterAll(() => db.drop());

it('says of a day whether business is open on it and the owner away, to whoever may plan for it', async () => {
  const id = await handOver({ database: db.pool.database, to: rep });
  const openOn = (date: string) => readContactDay({ context: rep.context, input: { handoff: id, date } });
  const plain = { open: true, away: false };
  expect(await openOn('2031-01-10')).toEqual(plain);
  expect(await openOn('2031-01-11')).toEqual({ ...plain, open: false });
  const days = { absentFrom: '2031-01-09', absentUntil: '2031-01-10' };
  await db.pool.database.update(user).set(days).where(eq(user.id, rep.id));
  expect(await openOn('2031-01-10')).toEqual({ ...plain, away: true });
  expect(await openOn('2031-01-14')).toEqual(plain);
  const stranger = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '別 人' });
  const asked = readContactDay({ context: stranger.context, input: { handoff: id, date: '2031-01-10' } });
  await expect(asked).rejects.toMatchObject({ kind: 'forbidden' });
});
