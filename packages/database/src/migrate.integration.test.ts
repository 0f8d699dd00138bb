import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { migrate } from './migrate.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('changes nothing when several processes migrate a database that is up to date', async () => {
  await Promise.all([1, 2, 3, 4].map(() => migrate({ url: test.url })));

  const rows = await test.pool.database.execute(sql`select count(*)::int as count from lead`);

  expect(rows[0]).toEqual({ count: 0 });
});

it('gives out version 7 UUIDs', async () => {
  const rows = await test.pool.database.execute(sql`select uuidv7()::text as id`);

  expect(rows[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});
