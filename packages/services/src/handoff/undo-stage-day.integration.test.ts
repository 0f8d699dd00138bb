import { event } from '@sodate/database/schema/event';
import { lead, visitor } from '@sodate/database/schema/lead';
import { asInstant } from '@sodate/journey/time/instant';
import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handOver, newPerson, type Person, readHandoff } from '../../../../test/hosts/test-handoffs.ts';
import { acceptHandoff } from './accept-handoff.ts';
import { recordOutcome } from './record-outcome.ts';
import { undoAnswer } from './undo-answer.ts';

let db: TestDatabase;
let rep: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  rep = await newPerson({ database: db.pool.database, role: 'sales-rep', name: '水野 陽介' });
});

afterAll(() => db.drop());

it('gives a stage that an undo brings back the day on which it was reached, twice over', async () => {
  const { database } = db.pool;
  const id = await handOver({ database, to: rep });
  const { leadId } = (await readHandoff({ database, id })).row;
  const yesterday = asInstant(Date.now() - 86_400_000);
  const visitors = database.select({ id: visitor.id }).from(visitor).where(eq(visitor.leadId, leadId));
  await database
    .update(event)
    .set({ occurredAt: yesterday })
    .where(and(inArray(event.visitorId, visitors), eq(event.name, 'stage-changed')));
  await database.update(lead).set({ stageAt: yesterday }).where(eq(lead.id, leadId));
  const since = async () =>
    (await database.select({ stage: lead.stage, at: lead.stageAt }).from(lead).where(eq(lead.id, leadId)))[0];
  await acceptHandoff({ context: rep.context, input: { handoff: id } });
  await undoAnswer({ context: rep.context, input: { handoff: id } });
  expect(await since()).toEqual({ stage: 'mql', at: yesterday });
  await recordOutcome({ context: rep.context, input: { handoff: id, outcome: 'met', note: '' } });
  await undoAnswer({ context: rep.context, input: { handoff: id } });
  expect(await since()).toEqual({ stage: 'mql', at: yesterday });
});
