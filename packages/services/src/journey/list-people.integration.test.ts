import { effect } from '@sodate/database/schema/enrollment';
import { asId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import { listPeople } from './list-people.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const plan = planOf({
  ops: [{ id: 'wait', kind: 'wait', spec: { duration: { amount: 3, unit: 'days' }, zone: 'journey' }, next: {} }],
});
const at = asInstant(Date.UTC(2026, 10, 19));

it('tells of each lead what became of the latest mail, and why one was withheld', async () => {
  const context = testEngine({ database: db.pool.database });
  const { journey, version } = await publishPlan({ context, plan });
  const come = async () => {
    const lead = await newLead({ database: context.database });
    return asId<'enrollment'>((await enter({ context, lead, version, plan })).id);
  };
  const [sent, withheld, none] = [await come(), await come(), await come()];
  const mail = { channel: 'mail', kind: 'send-mail', config: {}, settledAt: at };
  const thanks = { ...mail, node: asId<'node'>('thanks'), createdAt: at };
  const tips = { ...mail, node: asId<'node'>('tips'), createdAt: asInstant(at + 1_000) };
  await context.database.insert(effect).values([
    { ...thanks, key: 'a', enrollmentId: sent, state: 'not-sent', notSentReason: 'no-consent' },
    { ...tips, key: 'b', enrollmentId: sent, state: 'sent' },
    { ...thanks, key: 'c', enrollmentId: withheld, state: 'not-sent', notSentReason: 'no-consent' },
    { ...tips, key: 'd', enrollmentId: withheld, state: 'sent', channel: 'chat' },
  ]);
  const { rows } = await listPeople({ context, input: { journey, which: 'open', limit: 10 } });
  const mails = new Map(rows.map(({ enrollment, lastMail }) => [enrollment, lastMail]));
  expect(mails.get(sent)).toEqual({ node: 'tips', state: 'sent', reason: null, at });
  expect(mails.get(withheld)).toEqual({ node: 'thanks', state: 'not-sent', reason: 'no-consent', at });
  expect(mails.get(none)).toBeNull();
});
