import { event } from '@sodate/database/schema/event';
import { lead, visitor } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { eraseLead } from '../lead/erase-lead.ts';
import { getLead } from '../lead/get-lead.ts';
import { listConsents } from './list-consents.ts';
import { noteConsent } from './note-consent.ts';

let test: TestDatabase;
let context: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
});

afterAll(() => test.drop());

const fair = { topic: 'marketing', given: true, wording: '製品のご案内', source: '展示会の名刺交換' } as const;
const phone = { topic: 'marketing', given: false, wording: '', source: '電話' } as const;

async function newLead(): Promise<LeadId> {
  const [made] = await context.database.insert(lead).values({ name: '山田' }).returning({ id: lead.id });
  if (made === undefined) throw new Error('no lead');
  await context.database.insert(visitor).values({ leadId: made.id });
  return made.id;
}

it('keeps every word a lead said about a topic, the newest first, and tells the newest', async () => {
  const who = await newLead();
  await noteConsent({ context, input: { lead: who, ...fair } });
  await noteConsent({ context, input: { lead: who, ...phone } });
  const { rows } = await listConsents({ context, input: { lead: who, limit: 50 } });
  expect(rows).toMatchObject([phone, fair]);
  expect((await getLead({ context, input: { lead: who } })).consents).toMatchObject([phone]);
  const said = await context.database
    .select({ name: event.name, properties: event.properties })
    .from(event)
    .innerJoin(visitor, eq(visitor.id, event.visitorId))
    .where(eq(visitor.leadId, who))
    .orderBy(event.id);
  expect(said).toEqual([
    { name: 'consent-given', properties: { topic: 'marketing' } },
    { name: 'consent-withdrawn', properties: { topic: 'marketing' } },
  ]);
});

it('pages the history', async () => {
  const who = await newLead();
  await noteConsent({ context, input: { lead: who, ...fair } });
  await noteConsent({ context, input: { lead: who, ...phone } });
  const first = await listConsents({ context, input: { lead: who, limit: 1 } });
  const second = await listConsents({ context, input: { lead: who, limit: 1, after: first.next ?? '' } });
  expect([first.rows[0]?.source, second.rows[0]?.source, second.next]).toEqual(['電話', '展示会の名刺交換', undefined]);
});

it('says so where the same is on record already, and where the lead is gone', async () => {
  const who = await newLead();
  await noteConsent({ context, input: { lead: who, ...phone } });
  await expect(noteConsent({ context, input: { lead: who, ...phone } })).rejects.toMatchObject({ kind: 'conflict' });
  await eraseLead({ context, lead: who });
  await expect(noteConsent({ context, input: { lead: who, ...fair } })).rejects.toMatchObject({ kind: 'not-found' });
});
