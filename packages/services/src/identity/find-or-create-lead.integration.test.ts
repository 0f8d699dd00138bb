import { lead } from '@sodate/database/schema/lead';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { newLead } from '../../../../test/hosts/test-engine.ts';
import { eraseLead } from '../lead/erase-lead.ts';
import { mergeLeads } from '../lead/merge-leads.ts';
import { findOrCreateLead } from './find-or-create-lead.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

async function waitsForRow(): Promise<boolean> {
  const rows = await db.pool.database.execute(sql`select from pg_locks where not granted`);
  return rows.length > 0;
}

it.for(['erased', 'merged'] as const)('writes nothing to a lead that is %s meanwhile', async (fate) => {
  const { database } = db.pool;
  const context = testContext({ database });
  const known = await newLead({ database, userId: fate, email: `${fate}@example.jp` });
  const keep = await newLead({ database });
  const settle = () =>
    findOrCreateLead({
      context,
      userId: fate,
      traits: { email: `${fate}@example.jp`, title: '課長' },
      trusted: true,
      origin: 'api',
    });
  let settling: ReturnType<typeof settle> | undefined;
  await database.transaction(async (inner) => {
    const within = { ...context, database: inner };
    if (fate === 'erased') await eraseLead({ context: within, lead: known });
    else await mergeLeads({ context: within, keep, merge: known });
    settling = settle();
    await expect.poll(waitsForRow).toBe(true);
  });
  const found = await settling;
  const [gone] = await database.select().from(lead).where(eq(lead.id, known));
  expect(gone).toMatchObject({ userId: null, email: null, title: null });
  expect(found?.lead).not.toBe(known);
  if (fate === 'merged') expect(found?.lead).toBe(keep);
});
