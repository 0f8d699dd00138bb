import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

it('finds triggers that something leads to', () => {
  const nodes = { a: 'start', b: 'pause' };
  expect(findBy('trigger-with-incoming-edge', { nodes, edges: ['a done b', 'b done a'] })).toEqual(['error a']);
  expect(findBy('trigger-with-incoming-edge', { nodes, edges: ['a done b'] })).toEqual([]);
});
