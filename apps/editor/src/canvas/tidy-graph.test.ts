import { edgeIdOf, emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { countCrossings } from './count-crossings.ts';
import { layOut } from './lay-out.ts';
import { tidyGraph } from './tidy-graph.ts';

/** Nodes from left to right as named, ways as `from-to`. */
function drawn({ names, ways }: { names: readonly string[]; ways: readonly string[] }): Graph {
  const nodes = names.map((name, index) => {
    const id = asId<'node'>(name);
    return [id, { id, type: 'gone', revision: 1, position: { x: index * 240, y: 0 }, config: {} }];
  });
  const edges = ways.map((way) => {
    const [from = asId<'node'>(''), to = asId<'node'>('')] = way.split('-').map(asId<'node'>);
    const id = edgeIdOf({ from, outcome: to });
    return [id, { id, from, outcome: to as string, to }];
  });
  return { ...emptyGraph, nodes: Object.fromEntries(nodes), edges: Object.fromEntries(edges) };
}

function tidied(graph: Graph): Graph {
  const { to } = tidyGraph({ graph, types: new Map() });
  const nodes = Object.entries(graph.nodes).map(([id, node]) => [
    id,
    { ...node, position: to[id as NodeId] ?? node.position },
  ]);
  return { ...graph, nodes: Object.fromEntries(nodes) };
}

const crossings = (graph: Graph) =>
  countCrossings(layOut({ graph, types: new Map(), collapsed: new Set() }).edges.map(({ stem }) => stem));

it.each([
  { names: ['score', 'sales', 'deal', 'end'], ways: ['score-sales', 'score-end', 'sales-deal', 'sales-end'] },
  { names: ['end', 'deal', 'sales', 'score'], ways: ['score-sales', 'score-end', 'sales-deal', 'sales-end'] },
  { names: ['score', 'sales', 'deal', 'end'], ways: ['score-end', 'score-sales', 'sales-end', 'sales-deal'] },
])('stands what follows a fork in the order of its outcomes: $ways of $names', (given) => {
  expect(crossings(tidied(drawn(given)))).toBe(0);
});

it('stands nodes of one line under each other', () => {
  const { nodes } = tidied(drawn({ names: ['c', 'a', 'b'], ways: ['a-b', 'b-c'] }));
  const places = ['a', 'b', 'c'].map((name) => nodes[asId<'node'>(name)]?.position);
  expect(places).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 114 },
    { x: 0, y: 228 },
  ]);
});
