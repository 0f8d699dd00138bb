import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

it('warns of exits that cannot be told apart', () => {
  expect(findBy('outcomes-alike', { nodes: { a: 'twins', b: 'fork' } })).toEqual(['warning a two']);
});
