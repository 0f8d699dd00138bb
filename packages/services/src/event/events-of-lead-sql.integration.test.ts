import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { eventsOfLeadSql } from './events-of-lead-sql.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

it('seeks events by their visitor even where PostgreSQL plans while the month is empty', async () => {
  const events = eventsOfLeadSql({
    lead: sql`l.id`,
    those: sql`e.retracted_at is null and e.stored_at >= now() - interval '90 days'`,
    fits: sql`t.key = 'contact'`,
  });
  const plan = await db.pool.database.execute<{ 'QUERY PLAN': string }>(sql`
    explain select n.times from lead l cross join lateral (select count(*) as times from ${events}) n
    where l.id = '00000000-0000-7000-8000-000000000000'`);
  const lines = plan.map((line) => line['QUERY PLAN']);
  expect(lines.filter((line) => /Seq Scan on event/.test(line))).toEqual([]);
  expect(lines.some((line) => /visitor_id.* on event_\d/.test(line))).toBe(true);
});
