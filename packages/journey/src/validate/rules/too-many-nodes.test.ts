import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';
import { mostNodes } from './too-many-nodes.ts';

const line = (count: number) => ({
  nodes: Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, index === 0 ? 'start' : 'step'])),
});

it('takes a thousand nodes and not one more', () => {
  expect(findBy('too-many-nodes', line(mostNodes))).toEqual([]);
  expect(findBy('too-many-nodes', line(mostNodes + 1))).toEqual(['error']);
});
