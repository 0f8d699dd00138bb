import { lead } from '@sodate/database/schema/lead';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, readRow, testEngine } from '../../../../test/hosts/test-engine.ts';
import { giveConsent } from '../consent/give-consent.ts';
import { mergeLeads } from './merge-leads.ts';
import { previewMerge } from './preview-merge.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const listening = planOf({
  ops: [
    {
      id: 'listen',
      kind: 'listen',
      events: [{ outcome: 'seen', pattern: { kind: 'page' } }],
      conditions: [],
      next: { seen: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

it('says of each field, passage and consent what merging then does', async () => {
  const context = testEngine({ database: db.pool.database });
  const { database } = context;
  const both = await publishPlan({ context, plan: listening });
  const one = await publishPlan({ context, plan: listening });
  const keep = await newLead({ database, name: '山田', phone: '03' });
  const merge = await newLead({ database, name: '山田 花子', email: 'hanako@example.jp' });
  const first = await enter({ context, lead: merge, version: both.version, plan: listening });
  const second = await enter({ context, lead: keep, version: both.version, plan: listening });
  const third = await enter({ context, lead: merge, version: one.version, plan: listening });
  await giveConsent({ context, lead: merge, given: { topic: 'marketing', wording: 'はい', source: 'form' } });

  const preview = await previewMerge({ context, input: { keep, merge } });
  await mergeLeads({ context, keep, merge });

  const results = Object.fromEntries(preview.fields.map(({ field, result }) => [field, result]));
  expect(results).toEqual({ name: '山田', phone: '03', email: 'hanako@example.jp', stage: 'lead' });
  const [row] = await database.select().from(lead).where(eq(lead.id, keep));
  expect(row).toMatchObject(results);
  expect(preview.moves).toEqual({ handoffs: 0, consents: 1, passages: 1 });
  expect(preview.ends).toMatchObject([{ id: first.journeyId }]);
  const states = await Promise.all(
    [first, second, third].map(async ({ id }) => (await readRow({ database, enrollment: id }))?.state),
  );
  expect(states).toEqual(['resting', 'ended', 'resting']);
});

it('refuses a lead that was merged into the other already', async () => {
  const context = testEngine({ database: db.pool.database });
  const keep = await newLead({ database: context.database });
  const merge = await newLead({ database: context.database });
  await mergeLeads({ context, keep, merge });
  await expect(previewMerge({ context, input: { keep, merge } })).rejects.toMatchObject({ kind: 'invalid' });
});
