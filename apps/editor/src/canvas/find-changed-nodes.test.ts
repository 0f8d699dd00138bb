import { edgeIdOf, emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { findChangedNodes } from './find-changed-nodes.ts';

/** One line of waits, top to bottom: each name with its days. */
function drawn(days: Readonly<Record<string, number>>): Graph {
  const ids = Object.keys(days).map(asId<'node'>);
  const nodes = ids.map((id, row) => {
    return [id, { id, type: 'wait', revision: 1, position: { x: 0, y: row * 100 }, config: { days: days[id] ?? 0 } }];
  });
  const edges = ids.slice(1).map((to, index) => {
    const from = ids[index] ?? to;
    const id = edgeIdOf({ from, outcome: 'done' });
    return [id, { id, from, outcome: 'done', to }];
  });
  return { ...emptyGraph, nodes: Object.fromEntries(nodes), edges: Object.fromEntries(edges) };
}

it('tells what was added from what was changed', () => {
  const live = drawn({ a: 1, b: 2, c: 3 });
  const changes = findChangedNodes({ graph: drawn({ a: 1, b: 2, added: 9, c: 4 }), live, rewritten: [] });
  expect(Object.fromEntries(changes)).toEqual({ b: 'changed', added: 'added', c: 'changed' });
});

it('marks nothing before the first version, and nothing that only lies elsewhere', () => {
  const graph = drawn({ a: 1, b: 2 });
  expect(findChangedNodes({ graph, live: undefined, rewritten: [] }).size).toBe(0);
  const moved = Object.values(graph.nodes).map((node) => [node.id, { ...node, position: { x: 500, y: 0 } }]);
  expect(
    findChangedNodes({ graph: { ...graph, nodes: Object.fromEntries(moved) }, live: graph, rewritten: [] }).size,
  ).toBe(0);
});

it('marks a node whose mail was rewritten, where it is still drawn and nothing else of it is new', () => {
  const live = drawn({ a: 1, b: 2, gone: 3 });
  const rewritten = ['a', 'b', 'gone'].map(asId<'node'>);
  const changes = findChangedNodes({ graph: drawn({ a: 1, b: 9 }), live, rewritten });
  expect(Object.fromEntries(changes)).toEqual({ a: 'rewritten', b: 'changed' });
});
