import { edgeIdOf, emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { expect, it } from 'vitest';
import { waysAround } from './ways-around.ts';

const types = new Map(loadNodeTypes().described.map((one) => [one.type, one]));
const [first, middle, last] = ['a', 'b', 'c'].map((id) => asId<'node'>(id));

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
