import { enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { edgeIdOf, emptyGraph, type Graph, type GraphNode } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { readGoneNodes } from './read-gone-nodes.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const [before, gone, next] = ['n_before', 'n_gone', 'n_next'].map(asId<'node'>) as [
  GraphNode['id'],
  GraphNode['id'],
  GraphNode['id'],
];
const now = asInstant(Date.parse('2026-11-19T05:32:00Z'));

function drawn(...ids: readonly GraphNode['id'][]): Graph {
  const nodes = ids.map((id, row): GraphNode => {
    return { id, type: 'wait', revision: 1, title: `${id}!`, position: { x: 7, y: row * 100 }, config: {} };
  });
  const edges = ids.slice(1).map((to, index) => {
    const from = ids[index] ?? to;
    const id = edgeIdOf({ from, outcome: 'done' });
    return { id, from, outcome: 'done', to };
  });
  return {
    ...emptyGraph,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
  };
}

it('finds the nodes with leads that the draft has no more, and where they stood in the version of those leads', async () => {
  const db = database.pool.database;
  const [made] = await db
    .insert(journey)
    .values({ name: 'x', draft: drawn(before, next) })
    .returning();
  if (made === undefined) throw new Error('no journey');
  const plan = { format: 1, zone: 'Asia/Tokyo', ops: {}, entries: [], conditions: {}, exits: [], goals: [] } as const;
  const [old] = await db
    .insert(version)
    .values({
      journeyId: made.id,
      number: 1,
      graph: drawn(before, gone, next),
      plan: { ...plan, reentry: { kind: 'never' }, visitLimit: 20 },
      hash: '',
    })
    .returning();
  const [who] = await db.insert(lead).values({ name: '高田' }).returning();
  if (old === undefined || who === undefined) throw new Error('nothing stored');
  await db.insert(enrollment).values({
    journeyId: made.id,
    versionId: old.id,
    leadId: who.id,
    op: asId<'op'>(gone),
    node: gone,
    visit: 1,
    arrivedAt: now,
    enteredAt: now,
    arrivedEvent: 0,
    state: 'resting',
    hop: 0,
    rest: 0,
    triggerNode: before,
    test: false,
  });
  const context = testContext({ database: db });
  const read = (here: ReadonlyMap<GraphNode['id'], number>) => readGoneNodes({ context, journey: made.id, here });
  expect(
    await read(
      new Map([
        [gone, 12],
        [next, 3],
      ]),
    ),
  ).toEqual([
    {
      node: gone,
      title: { ja: 'n_gone!', en: 'n_gone!' },
      here: 12,
      position: { x: 7, y: 100 },
      from: [before],
      to: [next],
    },
  ]);
  expect(await read(new Map([[gone, 0]]))).toEqual([]);
});
