import { expect, it } from 'vitest';
import { findBy, problemsOf } from '../draw-graph.ts';

it('tells a branch that no trigger leads to once, at its first node', () => {
  const nodes = { a: 'start', b: 'step', c: 'step', d: 'stop' };
  const edges = ['a done b', 'c done d'];
  expect(findBy('unreachable-node', { nodes, edges })).toEqual(['error c']);
  expect(findBy('unreachable-node', { nodes, edges: [...edges, 'b done c'] })).toEqual([]);
});

it('says how many nodes the branch has', () => {
  const mendOf = (edges: readonly string[]) =>
    problemsOf({ nodes: { a: 'start', c: 'step', d: 'stop' }, edges }).find(({ rule }) => rule === 'unreachable-node')
      ?.mend.en;
  expect(mendOf(['c done d'])).toBe(
    'Connect it to a way that begins at a trigger, or remove the 2 nodes from here on.',
  );
  expect(mendOf(['a done d'])).toBe('Connect it to a way that begins at a trigger, or remove it.');
});

it('tells each beginning of branches that meet, wherever on the canvas they lie', () => {
  const nodes = { a: 'start', end: 'stop', c: 'step', d: 'step' };
  expect(findBy('unreachable-node', { nodes, edges: ['c done end', 'd done end'] })).toEqual(['error c', 'error d']);
});

it('tells a loop that leads to another one alone, whichever lies above', () => {
  const nodes = { a: 'start', b: 'step', c: 'step', d: 'fork', e: 'step' };
  const edges = ['b done c', 'c done b', 'd yes e', 'e done d', 'd no c'];
  expect(findBy('unreachable-node', { nodes, edges })).toEqual(['error d']);
});

it('tells a loop at its uppermost node, and nothing of what it leads to', () => {
  const nodes = { a: 'start', behind: 'stop', b: 'fork', c: 'step' };
  const edges = ['b yes c', 'c done b', 'b no behind'];
  expect(findBy('unreachable-node', { nodes, edges })).toEqual(['error b']);
});

it('lets stand alone what works everywhere', () => {
  expect(findBy('unreachable-node', { nodes: { a: 'start', g: 'everywhere' } })).toEqual([]);
});
