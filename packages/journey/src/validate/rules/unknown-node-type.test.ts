import { expect, it } from 'vitest';
import { emptySurroundings } from '../../graph/empty-surroundings.ts';
import { drawGraph, findBy, testCatalog } from '../draw-graph.ts';
import { validateGraph } from '../validate-graph.ts';

it('finds nodes whose type is not installed', () => {
  const nodes = { a: 'start', b: 'post-to-chat' };
  expect(findBy('unknown-node-type', { nodes, edges: ['a done b'] })).toEqual(['error b']);
});

it('finds nodes made by a newer revision of their type', () => {
  const graph = drawGraph({ nodes: { a: 'step' } });
  const newer = {
    ...graph,
    nodes: Object.fromEntries(Object.entries(graph.nodes).map(([id, node]) => [id, { ...node, revision: 2 }])),
  };
  const problems = validateGraph({ graph: newer, catalog: testCatalog, surroundings: emptySurroundings });
  expect(problems.find(({ rule }) => rule === 'unknown-node-type')?.mend.en).toContain('Update the server');
});
