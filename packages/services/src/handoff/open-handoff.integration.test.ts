import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, unreadNoticesOf } from '../../../../test/hosts/test-handoffs.ts';
import { openHandoff } from './open-handoff.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

it('counts as read what its reader was told of it, once they open it, and nothing else', async () => {
  const { database } = db.pool;
  const rep = await newPerson({ database, role: 'sales-rep', name: '水野 陽介' });
  const other = await newPerson({ database, role: 'sales-manager', name: '片山 亮' });
  const id = await handOver({ database, to: rep });
  const another = await handOver({ database, to: rep });
  expect(await openHandoff({ context: other.context, input: { handoff: id } })).toEqual({ read: 0 });
  expect(await unreadNoticesOf({ id, of: rep })).toEqual(['handoff-assigned']);
  expect(await openHandoff({ context: rep.context, input: { handoff: id } })).toEqual({ read: 1 });
  expect(await unreadNoticesOf({ id, of: rep })).toEqual([]);
  expect(await unreadNoticesOf({ id: another, of: rep })).toEqual(['handoff-assigned']);
});
