import { edgeIdOf, emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { expect, it } from 'vitest';
import { findWaitsNear } from './find-waits-near.ts';

const types = new Map(loadNodeTypes().described.map((one) => [one.type, one]));

/** `ways`: "from outcome to". */
function find({ nodes, ways, on }: { nodes: Record<string, string>; ways: readonly string[]; on: string }) {
  const edgeOf = (way: string) => {
    const [from = '', outcome = '', to = ''] = way.split(' ');
    return { from: asId<'node'>(from), outcome, to: asId<'node'>(to) };
  };
  const graph = {
    ...emptyGraph,
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, type]) => [
        id,
        { id: asId<'node'>(id), type, revision: 1, config: {}, position: { x: 0, y: 0 } },
      ]),
    ),
    edges: Object.fromEntries(ways.map(edgeOf).map((edge) => [edgeIdOf(edge), { id: edgeIdOf(edge), ...edge }])),
  };
  return findWaitsNear({ graph, types, edge: edgeIdOf(edgeOf(on)) });
}

const drawn = { t: 'form-submitted', p: 'wait', m: 'send-mail', b: 'branch', q: 'wait', n: 'send-mail', r: 'wait' };

it('finds the wait before the mail and the one behind the decision', () => {
  const ways = ['t done p', 'p done m', 'm done b', 'b first n', 'b else q', 'n done r'];
  expect(find({ nodes: drawn, ways, on: 'm done b' })).toEqual(['p', 'q']);
});

it('looks no further than the next mail, and ends in a loop', () => {
  expect(find({ nodes: drawn, ways: ['t done m', 'm done b', 'b first n', 'n done r'], on: 'm done b' })).toEqual([]);
  expect(find({ nodes: drawn, ways: ['t done m', 'm done b', 'b else b'], on: 'm done b' })).toEqual([]);
});
