import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

it('finds every node of a loop that never rests', () => {
  const nodes = { a: 'start', b: 'step', f: 'fork', s: 'stop' };
  const edges = ['a done b', 'b done f', 'f yes b', 'f no s'];
  expect(findBy('loop-without-rest', { nodes, edges })).toEqual(['error b', 'error f']);
});

it('takes loops through a node that rests', () => {
  const nodes = { a: 'start', p: 'pause', f: 'fork', s: 'stop' };
  expect(findBy('loop-without-rest', { nodes, edges: ['a done p', 'p done f', 'f yes p', 'f no s'] })).toEqual([]);
});

it('finds a short loop inside a longer one that rests', () => {
  const nodes = { a: 'start', p: 'pause', f: 'fork', b: 'step' };
  const edges = ['a done p', 'p done f', 'f yes p', 'f no b', 'b done f'];
  expect(findBy('loop-without-rest', { nodes, edges })).toEqual(['error f', 'error b']);
});

it('finds a node that leads to itself', () => {
  expect(findBy('loop-without-rest', { nodes: { b: 'step' }, edges: ['b done b'] })).toEqual(['error b']);
});
