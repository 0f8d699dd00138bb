import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

it('finds nodes that no trigger leads to, even where other nodes do', () => {
  const nodes = { a: 'start', b: 'step', c: 'step', d: 'stop' };
  const edges = ['a done b', 'c done d'];
  expect(findBy('unreachable-node', { nodes, edges })).toEqual(['error c', 'error d']);
  expect(findBy('unreachable-node', { nodes, edges: [...edges, 'b done c'] })).toEqual([]);
});

it('lets stand alone what works everywhere', () => {
  expect(findBy('unreachable-node', { nodes: { a: 'start', g: 'everywhere' } })).toEqual([]);
});
