import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

it('finds edges that leave by an outcome the node does not have', () => {
  const nodes = { a: 'start', f: 'fork', s: 'stop' };
  expect(findBy('outcome-gone', { nodes, edges: ['a done f', 'f yes s', 'f perhaps s'] })).toEqual([]);
  expect(findBy('outcome-gone', { nodes, edges: ['a done f', 'f never s'] })).toEqual(['error f never']);
});

it('says nothing of types that are not installed', () => {
  expect(findBy('outcome-gone', { nodes: { a: 'unknown', s: 'stop' }, edges: ['a done s'] })).toEqual([]);
});
