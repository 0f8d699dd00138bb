import { journey, version } from '@sodate/database/schema/journey';
import { team } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId, type TeamId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { only } from '../../../../test/hosts/store-lead.ts';
import { listTeamHandoffs, listTeamHandoffsInput } from './list-team-handoffs.ts';

let database: TestDatabase;
let east: TeamId;
let west: TeamId;

beforeAll(async () => {
  database = await createTestDatabase();
  const rows = await database.pool.database
    .insert(team)
    .values([{ name: '東日本' }, { name: '西日本' }])
    .returning();
  [east, west] = rows.map(({ id }) => id) as [TeamId, TeamId];
});

afterAll(() => database.drop());

function drawn(handoffs: Readonly<Record<string, JsonObject>>, title = '渡す'): Graph {
  const nodes = Object.entries(handoffs).map(([key, config]) => {
    const id = asId<'node'>(key);
    return [id, { id, type: 'hand-off', revision: 1, position: { x: 0, y: 0 }, config, title }] as const;
  });
  return { ...emptyGraph, nodes: Object.fromEntries(nodes) };
}

function given({ to, hours }: { to: TeamId; hours: number }): JsonObject {
  return { to: { kind: 'team', team: to }, sla: { amount: hours, unit: 'business-hours' } };
}

async function makeJourney({ name, draft, live }: { name: string; draft: Graph; live?: Graph }) {
  const db = database.pool.database;
  const made = only(await db.insert(journey).values({ name, draft }).returning());
  if (live === undefined) return made.id;
  const plan = { format: 1, zone: 'Asia/Tokyo', ops: {}, entries: [], conditions: {}, exits: [], goals: [] } as const;
  const published = { ...plan, reentry: { kind: 'never' }, visitLimit: 20 } as const;
  const values = { journeyId: made.id, number: 1, graph: live, plan: published, hash: '' };
  const { id } = only(await db.insert(version).values(values).returning());
  await db.update(journey).set({ state: 'live', liveVersionId: id }).where(eq(journey.id, made.id));
  return made.id;
}

function list(asked: { team: TeamId; limit?: number; after?: string }) {
  const context = testContext({ database: database.pool.database });
  return listTeamHandoffs({ context, input: listTeamHandoffsInput.parse(asked) });
}

it('tells which nodes hand leads to a team, and how soon they must be answered: live, and in the draft', async () => {
  await makeJourney({ name: '下書き', draft: drawn({ n_a: given({ to: east, hours: 4 }) }, '東へ') });
  await makeJourney({
    name: '公開中',
    draft: drawn({ n_b: given({ to: east, hours: 2 }), n_c: given({ to: west, hours: 1 }) }),
    live: drawn({
      n_b: given({ to: east, hours: 8 }),
      n_c: given({ to: east, hours: 3 }),
      n_d: given({ to: east, hours: 5 }),
    }),
  });
  await makeJourney({ name: 'ほか', draft: drawn({ n_a: given({ to: west, hours: 9 }) }) });
  const { rows, next } = await list({ team: east });
  expect(next).toBeUndefined();
  expect(rows.map(({ name, state }) => [name, state])).toEqual([
    ['公開中', 'live'],
    ['下書き', 'draft'],
  ]);
  const words = rows.map(({ handoffs }) =>
    handoffs.map(({ node, title, drawn: there, draft, live }) => [node, title.ja, there, draft?.ja, live?.ja]),
  );
  expect(words).toEqual([
    [
      ['n_b', '渡す', true, '2営業時間', '8営業時間'],
      ['n_c', '渡す', true, undefined, '3営業時間'],
      ['n_d', '渡す', false, undefined, '5営業時間'],
    ],
    [['n_a', '東へ', true, '4営業時間', undefined]],
  ]);
});

it('tells who hears of what is late: whom the live node names while they are with us, else nobody by name', async () => {
  const db = database.pool.database;
  const { id } = only(await db.insert(user).values({ name: '青木', email: 'aoki@team.test' }).returning());
  const told = async () => {
    const { rows } = await list({ team: west });
    return rows.find(({ name }) => name === '知らせる')?.handoffs.map(({ tells }) => tells);
  };
  const named = { ...given({ to: west, hours: 1 }), escalateTo: id };
  const draft = drawn({ n_a: named, n_b: given({ to: west, hours: 1 }) });
  await makeJourney({ name: '知らせる', draft, live: drawn({ n_a: named }) });
  expect(await told()).toEqual([['青木'], []]);
  const { id: other } = only(await db.insert(user).values({ name: '緒方', email: 'ogata@team.test' }).returning());
  const both = drawn({ n_a: { ...named, escalateTo: [id, other] } });
  await db.execute(sql`update version set graph = ${JSON.stringify(both)}::jsonb
    where id in (select live_version_id from journey where name = '知らせる')`);
  expect(await told()).toEqual([['青木', '緒方'], []]);
  await db.update(user).set({ banned: true }).where(eq(user.id, id));
  expect(await told()).toEqual([['緒方'], []]);
});

it('comes a page at a time, and without what is archived', async () => {
  const first = await list({ team: east, limit: 1 });
  const second = await list({ team: east, limit: 1, after: first.next ?? '' });
  expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(['公開中', '下書き']);
  expect(second.next).toBeUndefined();
  await database.pool.database
    .update(journey)
    .set({ archivedAt: new Date() as never })
    .where(eq(journey.name, '公開中'));
  expect((await list({ team: east })).rows.map(({ name }) => name)).toEqual(['下書き']);
});
