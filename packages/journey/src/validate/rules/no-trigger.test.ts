import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

it('asks for at least one trigger', () => {
  expect(findBy('no-trigger', { nodes: {} })).toEqual(['error']);
  expect(findBy('no-trigger', { nodes: { a: 'step' } })).toEqual(['error']);
  expect(findBy('no-trigger', { nodes: { a: 'start' } })).toEqual([]);
});
