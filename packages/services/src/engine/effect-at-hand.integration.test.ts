import { effect } from '@sodate/database/schema/enrollment';
import { plus } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { only } from '../../../../test/hosts/store-lead.ts';
import {
  enter,
  look,
  newLead,
  publishPlan,
  readRow,
  scriptedChannel,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import { effectKeyOf } from './effect-key.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;

const sending = planOf({
  ops: [
    { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'end' } },
    { id: 'end', kind: 'end' },
  ],
});

it('tries the effect of the present visit, whatever another visit of the same node has left waiting', async () => {
  const channel = scriptedChannel();
  const context = testEngine({ database: db.pool.database, channel });
  const { version } = await publishPlan({ context, plan: sending });
  const row = await enter({
    context,
    lead: await newLead({ database: context.database }),
    version,
    plan: sending,
  });
  const present = only(await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id)));
  const other = effectKeyOf({ enrollment: row.id, op: row.op, visit: row.visit + 6 });
  const createdAt = plus(present.createdAt, 60_000);
  await context.database.insert(effect).values({ ...present, key: other, createdAt });
  await look({ context, enrollment: row.id });
  expect(channel.sent).toEqual([present.key]);
  expect((await readRow({ database: context.database, enrollment: row.id })).state).toBe('ended');
});
