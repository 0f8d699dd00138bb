import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { handOver, newPerson } from '../../../../test/hosts/test-handoffs.ts';
import { acceptHandoff } from './accept-handoff.ts';
import { countLoads } from './count-loads.ts';
import { rejectHandoff } from './reject-handoff.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

it('counts what somebody has yet to answer and is working on; what is closed and tests do not weigh', async () => {
  const { database } = db.pool;
  const rep = await newPerson({ database, role: 'sales-rep', name: '中島' });
  await newPerson({ database, role: 'sales-rep', name: '森' });
  const [, accepted, rejected] = [
    await handOver({ database, to: rep }),
    await handOver({ database, to: rep }),
    await handOver({ database, to: rep }),
    await handOver({ database, to: rep, test: true }),
  ];
  const { context } = rep;
  await acceptHandoff({ context, input: { handoff: accepted } });
  await rejectHandoff({ context, input: { handoff: rejected, reason: 'too-early', note: '' } });
  expect(await countLoads({ context: testContext({ database }) })).toEqual([{ owner: rep.id, open: 1, working: 1 }]);
});
