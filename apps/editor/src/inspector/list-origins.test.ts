import { emptyGraph, type GraphNode } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { listOrigins } from './list-origins.ts';

const node = (id: string, title?: string): GraphNode => ({
  ...{ id: asId<'node'>(id), type: 'gone', revision: 1, config: {}, position: { x: 0, y: 0 } },
  ...(title !== undefined && { title }),
});
const edge = (id: string, to: string) => {
  const [from = '', outcome = ''] = id.split('/');
  return { id: asId<'edge'>(id), from: asId<'node'>(from), outcome, to: asId<'node'>(to) };
};
const nodes = [node('start'), node('fork', '分かれ道'), node('end')];
const edges = [edge('start/done', 'fork'), edge('fork/yes', 'end'), edge('fork/no', 'end')];
const graph = {
  ...emptyGraph,
  nodes: Object.fromEntries(nodes.map((one) => [one.id, one])),
  edges: Object.fromEntries(edges.map((one) => [one.id, one])),
};

it('names each exit that leads to a node, and of a node with one exit only the node', () => {
  const origins = (to: string) =>
    listOrigins({ graph, types: new Map(), node: asId<'node'>(to) }).map(({ title, outcome }) => [
      title.ja,
      outcome?.ja,
    ]);
  expect(origins('end')).toEqual([
    ['分かれ道', 'yes'],
    ['分かれ道', 'no'],
  ]);
  expect(origins('fork')).toEqual([['gone', undefined]]);
  expect(origins('start')).toEqual([]);
});
