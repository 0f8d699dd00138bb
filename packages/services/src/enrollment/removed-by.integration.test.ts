import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, newLead, publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import { RequestError } from '../errors.ts';
import { listPeople } from '../journey/list-people.ts';
import { createLead } from '../lead/create-lead.ts';
import { listPassages } from '../lead/list-passages.ts';
import { storePerson } from '../person/store-person.ts';
import { removePassage } from './change-passage.ts';
import { getPassage } from './get-passage.ts';

let database: TestDatabase;
let context: ReturnType<typeof testEngine>;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testEngine({ database: database.pool.database, nodeTypes: loadNodeTypes() });
});

afterAll(() => database.drop());

const plan = planOf({
  ops: [
    {
      id: 'wait',
      kind: 'wait',
      spec: { duration: { amount: 3, unit: 'days' }, zone: 'journey' },
      next: { done: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

it('says who took a lead out of a journey, wherever its end is told', async () => {
  const person = await storePerson({
    context,
    person: { email: 'aoki@sodate.test', name: '青木 恵', role: 'marketer', language: 'ja' },
  });
  const { journey, version } = await publishPlan({ context, plan });
  const lead = await newLead({ database: context.database });
  const row = await enter({ context, lead, version, plan });
  const actor = { kind: 'user', id: person, role: 'marketer', language: 'ja' } as const;
  expect(await getPassage({ context, input: { enrollment: row.id } })).toMatchObject({ removedBy: null });
  await removePassage({ context: { ...context, actor }, input: { enrollment: row.id } });
  expect(await getPassage({ context, input: { enrollment: row.id } })).toMatchObject({ removedBy: '青木 恵' });
  expect(await listPassages({ context, input: { lead } })).toMatchObject([{ removedBy: '青木 恵' }]);
  const people = await listPeople({ context, input: { journey, which: 'all', limit: 10 } });
  expect(people.rows).toMatchObject([{ reason: 'removed', removedBy: '青木 恵' }]);
});

it('names the lead that stands in the way of another with its address', async () => {
  const made = await createLead({ context, input: { fields: { email: 'hanako@aoba.example' } } });
  const again = createLead({ context, input: { fields: { email: 'hanako@aoba.example' } } });
  const refusal = await again.catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RequestError);
  expect(refusal).toMatchObject({ kind: 'conflict', field: 'email', lead: made.lead });
});
