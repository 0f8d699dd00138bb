import { edgeIdOf, emptyGraph, type GraphNode } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { expect, it } from 'vitest';
import { layOut } from '../canvas/lay-out.ts';
import { placeLabels } from './place-labels.ts';

const types = new Map(loadNodeTypes().described.map((one) => [one.type, one]));

it('puts the word of each edge where it covers neither a card nor the word of another', () => {
  const [a, b, c] = [asId<'node'>('a'), asId<'node'>('b'), asId<'node'>('c')];
  const nodes = [a, b, c].map(
    (id, index): GraphNode => ({ id, type: 'wait', revision: 1, config: {}, position: { x: 0, y: index * 106 } }),
  );
  const ways = [
    { from: a, outcome: 'done', to: b },
    { from: b, outcome: 'done', to: c },
  ].map((way) => ({ id: edgeIdOf(way), ...way }));
  // What led from the first to the last before another was put between them.
  const removed = { id: asId<'edge'>('before'), from: a, outcome: 'done', to: c };
  const edges = [...ways, removed];
  const graph = {
    ...emptyGraph,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
  };
  const layout = layOut({ graph, types, collapsed: new Set() });
  const places = [...placeLabels({ layout, labelled: edges.map(({ id }) => id) }).values()];
  expect(places).toHaveLength(3);
  const cards = [...layout.cards.values()].map(({ box }) => box);
  for (const { x, y } of places) {
    expect(cards.some((box) => x + 20 > box.left && x - 20 < box.right && y + 7 > box.top && y - 7 < box.bottom)).toBe(
      false,
    );
  }
  const apart = places.flatMap((one, index) =>
    places.slice(index + 1).map((other) => Math.abs(one.x - other.x) >= 40 || Math.abs(one.y - other.y) >= 16),
  );
  expect(apart).toEqual([true, true, true]);
});
