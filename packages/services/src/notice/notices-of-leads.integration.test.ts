import { notice } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { noticesOfLeads } from './notices-of-leads.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

it('are found by an index, however many notices there are', async () => {
  const plan = await db.pool.database.transaction(async (database) => {
    // Of an empty table PostgreSQL would rather read the whole.
    await database.execute(sql`set local enable_seqscan = off`);
    const one = asId<'lead'>('00000000-0000-7000-8000-000000000000');
    return database.execute<{ 'QUERY PLAN': string }>(sql`
      explain delete from ${notice} where ${noticesOfLeads([one, one])} and ${notice.href} in ('/handoffs/1')`);
  });
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('notice_lead');
});
