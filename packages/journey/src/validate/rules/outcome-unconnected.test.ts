import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

it('demands required outcomes, warns of plain ones, and lets optional ones be', () => {
  const nodes = { a: 'start', f: 'fork', s: 'stop' };
  expect(findBy('outcome-unconnected', { nodes })).toEqual(['error a done', 'warning f yes', 'warning f no']);
  expect(findBy('outcome-unconnected', { nodes, edges: ['a done f', 'f yes s', 'f no s'] })).toEqual([]);
});

it('takes an edge to a node that is gone for none', () => {
  expect(findBy('outcome-unconnected', { nodes: { a: 'start' }, edges: ['a done x'] })).toEqual(['error a done']);
});
