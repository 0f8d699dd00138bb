import { expect, it } from 'vitest';
import { findBy } from '../draw-graph.ts';

it('knows the time zones of the world, and no others', () => {
  const nodes = { a: 'start' };
  expect(findBy('journey-zone', { nodes })).toEqual([]);
  expect(findBy('journey-zone', { nodes, settings: { zone: 'Asia/Tokyo' } })).toEqual([]);
  expect(findBy('journey-zone', { nodes, settings: { zone: 'Asia/Edo' } })).toEqual(['error']);
});
