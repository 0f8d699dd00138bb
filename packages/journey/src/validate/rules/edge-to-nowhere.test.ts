import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

it('finds edges without one of their nodes', () => {
  const nodes = { a: 'start', b: 'step' };
  expect(findBy('edge-to-nowhere', { nodes, edges: ['a done b'] })).toEqual([]);
  expect(findBy('edge-to-nowhere', { nodes, edges: ['a done x', 'x done b'] })).toEqual(['error a done', 'error']);
});
