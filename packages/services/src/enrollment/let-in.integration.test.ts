import { refusal } from '@sodate/database/schema/refusal';
import { asId, type LeadId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { newLead, publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { storeEvents } from '../event/store-events.ts';
import { pauseJourney } from '../journey/change-journey-state.ts';
import { listRefusals } from '../journey/list-refusals.ts';
import { listRefusalsOfLead } from '../lead/list-refusals-of-lead.ts';

let db: TestDatabase;
let context: EngineContext;

beforeAll(async () => {
  db = await createTestDatabase();
  context = testEngine({ database: db.pool.database });
});

afterAll(() => db.drop());

function planFor(form: string, rest: Partial<Parameters<typeof planOf>[0]> = {}) {
  return planOf({
    ops: [{ id: 'end', kind: 'end' }],
    entries: [
      {
        node: asId('start'),
        to: asId('end'),
        trigger: { kind: 'event', pattern: { kind: 'form', form }, times: 1 },
      },
    ],
    ...rest,
  } as Parameters<typeof planOf>[0]);
}

async function submit({ lead, form }: { lead: LeadId; form: string }): Promise<void> {
  await storeEvents({ context, events: [{ lead, name: 'form-submitted', thing: { kind: 'form', key: form } }] });
}

it('keeps why a trigger turned a lead away, once for each reason, counted', async () => {
  const { journey } = await publishPlan({ context, plan: planFor('once', { reentry: { kind: 'never' } }) });
  const lead = await newLead({ database: context.database, name: '緑川 悠' });
  await submit({ lead, form: 'once' });
  expect(await listRefusals({ context, input: { journey, limit: 10 } })).toEqual({ rows: [] });
  await submit({ lead, form: 'once' });
  await submit({ lead, form: 'once' });
  const { rows } = await listRefusals({ context, input: { journey, limit: 10 } });
  expect(rows).toMatchObject([{ lead, name: '緑川 悠', reason: 'came-before', node: 'start', count: 2 }]);
  expect(await listRefusalsOfLead({ context, input: { lead } })).toMatchObject([
    { journey: { id: journey, name: 'test' }, reason: 'came-before', count: 2 },
  ]);
});

it('keeps who was not in the audience, and who came while the journey was paused', async () => {
  const audience = {
    conditions: { big: { kind: 'stage', oneOf: ['customer'] } } as never,
    audience: asId<'condition'>('big') as never,
  };
  const { journey } = await publishPlan({ context, plan: planFor('audience', audience) });
  const lead = await newLead({ database: context.database });
  await submit({ lead, form: 'audience' });
  await pauseJourney({ context, input: { journey } });
  await submit({ lead, form: 'audience' });
  const { rows } = await listRefusals({ context, input: { journey, limit: 10 } });
  expect(rows.map(({ reason }) => reason)).toEqual(['not-live', 'not-in-audience']);
});

it('keeps nothing of a lead who is in the journey already', async () => {
  const wait = {
    ops: [{ id: 'end', kind: 'wait', spec: { duration: { amount: 3, unit: 'days' }, zone: 'journey' } }],
  } as never;
  await publishPlan({ context, plan: planFor('already', wait) });
  const lead = await newLead({ database: context.database });
  await submit({ lead, form: 'already' });
  await submit({ lead, form: 'already' });
  expect(await context.database.select().from(refusal).where(eq(refusal.leadId, lead))).toEqual([]);
});

it('pages through those turned away, the latest first', async () => {
  const { journey } = await publishPlan({ context, plan: planFor('pages', { reentry: { kind: 'never' } }) });
  const leads: LeadId[] = [];
  for (let count = 0; count < 3; count++) leads.push(await newLead({ database: context.database }));
  for (const lead of [...leads, ...leads]) await submit({ lead, form: 'pages' });
  const first = await listRefusals({ context, input: { journey, limit: 2 } });
  const rest = await listRefusals({ context, input: { journey, limit: 2, after: first.next } });
  expect([...first.rows, ...rest.rows].map(({ lead }) => lead)).toEqual(leads.toReversed());
  expect(rest.next).toBeUndefined();
  await expect(listRefusals({ context, input: { journey, limit: 2, after: `${leads[0]}~1e999` } })).rejects.toThrow(
    'Reload the list',
  );
});
