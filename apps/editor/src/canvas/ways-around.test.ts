import { edgeIdOf, emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { expect, it } from 'vitest';
import { waysAround } from './ways-around.ts';

const types = new Map(loadNodeTypes().described.map((one) => [one.type, one]));
const [first, middle, last] = ['a', 'b', 'c'].map((id) => asId<'node'>(id));

it('leads an edge straight to the card below, however near that stands, with nothing between them', () => {
  const [above, below] = [first, last].map((id) => ({
    id: id ?? asId<'node'>('x'),
    type: 'wait',
    revision: 1,
    config: {},
  }));
  if (above === undefined || below === undefined) throw new Error('two nodes');
  const way = { from: above.id, outcome: 'done', to: below.id };
  const around = (gap: number) =>
    waysAround({
      graph: {
        ...emptyGraph,
        nodes: {
          [above.id]: { ...above, position: { x: 0, y: 0 } },
          [below.id]: { ...below, position: { x: 0, y: 72 + gap } },
        },
        edges: { [edgeIdOf(way)]: { id: edgeIdOf(way), ...way } },
      },
      types,
    }).size;
  expect([34, 20, 19, 8, 1].map(around)).toEqual([0, 0, 0, 0, 0]);
  expect(around(-30)).toBe(1);
});

it('leads an edge around the card between its ends, and leaves a short one alone', () => {
  if (first === undefined || middle === undefined || last === undefined) throw new Error('three nodes');
  const nodes = [first, middle, last].map((id, index) => ({
    ...{ id, type: 'wait', revision: 1, config: {} },
    position: { x: 0, y: index * 180 },
  }));
  const ways = [
    { from: first, outcome: 'done', to: last },
    { from: middle, outcome: 'done', to: last },
  ];
  const around = waysAround({
    graph: {
      ...emptyGraph,
      nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
      edges: Object.fromEntries(ways.map((way) => [edgeIdOf(way), { id: edgeIdOf(way), ...way }])),
    },
    types,
  });
  const [long, short] = ways.map((way) => around.get(edgeIdOf(way)));
  expect(short).toBeUndefined();
  expect(long === undefined ? undefined : long.x < 0 || long.x > 212).toBe(true);
});
