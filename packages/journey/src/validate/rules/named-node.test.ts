import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

const nodes = { a: 'start', m: 'step', l: 'listen', s: 'step' };
const edges = ['a done m', 'm done l', 'l done s'];

it('takes a node that comes before', () => {
  expect(findBy('named-node', { nodes, edges, configs: { l: { to: 'm' } } })).toEqual([]);
});

it('finds a node that is gone, or comes only after', () => {
  expect(findBy('named-node', { nodes, edges, configs: { l: { to: 'x' } } })).toEqual(['error l']);
  expect(findBy('named-node', { nodes, edges, configs: { l: { to: 's' } } })).toEqual(['error l']);
});

it('takes a later node where a loop leads back', () => {
  const back = ['a done m', 'm done l', 'l done s', 's done l'];
  expect(findBy('named-node', { nodes, edges: back, configs: { l: { to: 's' } } })).toEqual([]);
});
