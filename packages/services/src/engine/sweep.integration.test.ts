import { outbox } from '@sodate/database/schema/enrollment';
import { scoreRuleSet } from '@sodate/database/schema/lead';
import { asId } from '@sodate/journey/id';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import {
  enter,
  look,
  newLead,
  publishPlan,
  readPath,
  readRow,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import { storeEvents } from '../event/store-events.ts';
import { sweep } from './sweep.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const untilHot = planOf({
  ops: [
    {
      id: 'listen',
      kind: 'listen',
      events: [],
      conditions: [{ outcome: 'hot', key: asId('hot') }],
      next: { hot: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
  conditions: { [asId<'condition'>('hot')]: { kind: 'score', atLeast: 50 } },
});

async function saveRules(revision: number, points: number): Promise<void> {
  await db.pool.database.insert(scoreRuleSet).values({
    revision,
    windowDays: 14,
    hotAt: 60,
    rules: [
      { id: 'price', title: { ja: '料金', en: 'Price' }, points, when: { kind: 'event', pattern: { kind: 'page' } } },
    ],
  });
}

it('finds those for whom new score rules have made a condition true, and nobody else', async () => {
  const context = testEngine({ database: db.pool.database });
  await saveRules(1, 10);
  const { version } = await publishPlan({ context, plan: untilHot });
  const [visitor, stranger] = [
    await newLead({ database: context.database }),
    await newLead({ database: context.database }),
  ];
  const row = await enter({ context, lead: visitor, version, plan: untilHot });
  const other = await enter({ context, lead: stranger, version, plan: untilHot });
  await storeEvents({
    context,
    events: [{ lead: visitor, name: 'page-viewed', thing: { kind: 'page', key: 'example.jp/price', path: '/price' } }],
  });
  for (const { id } of [row, other]) await look({ context, enrollment: id });
  expect(await sweep({ context })).toBe(0);
  await saveRules(2, 60);
  expect(await sweep({ context })).toBe(1);
  await look({ context, enrollment: row.id });
  expect((await readPath({ database: context.database, enrollment: row.id })).at(-1)).toBe('hot→end');
  expect((await readRow({ database: context.database, enrollment: other.id })).nudgedAt).toBeNull();
});

it('starts at once where what is waited for holds already', async () => {
  const context = testEngine({ database: db.pool.database });
  await saveRules(3, 60);
  const { version } = await publishPlan({ context, plan: untilHot });
  const lead = await newLead({ database: context.database });
  await storeEvents({
    context,
    events: [{ lead, name: 'page-viewed', thing: { kind: 'page', key: 'example.jp/price', path: '/price' } }],
  });
  const row = await enter({ context, lead, version, plan: untilHot });
  const bodies = (await context.database.select().from(outbox)).map(({ body }) => body);
  expect(bodies).toContainEqual(expect.objectContaining({ kind: 'start', enrollment: row.id, startAt: 'now' }));
});
