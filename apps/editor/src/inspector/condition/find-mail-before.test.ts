import { edgeIdOf, emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { expect, it } from 'vitest';
import { findMailBefore } from './find-mail-before.ts';

const types = new Map(loadNodeTypes().described.map((one) => [one.type, one]));
const drawn = {
  t: 'form-submitted',
  u: 'page-visit',
  m: 'send-mail',
  n: 'send-mail',
  w: 'wait',
  s: 'split',
  d: 'branch',
};

/** The mail before `d`. `ways`: "from outcome to"; `mails`: which mail a node sends. */
function find({ ways, mails }: { ways: readonly string[]; mails: Record<string, string> }) {
  const edges = ways.map((way) => {
    const [from = '', outcome = '', to = ''] = way.split(' ');
    const ends = { from: asId<'node'>(from), outcome, to: asId<'node'>(to) };
    return { id: edgeIdOf(ends), ...ends };
  });
  const nodes = Object.entries(drawn).map(([key, type]) => {
    const mail = mails[key];
    const config = { ...types.get(type)?.initial, ...(mail === undefined ? {} : { mail }) };
    return { id: asId<'node'>(key), type, revision: 1, config, position: { x: 0, y: 0 } };
  });
  const graph = {
    ...emptyGraph,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
  };
  return findMailBefore({ graph, types, node: asId<'node'>('d') });
}

it('finds the mail straight before, through a wait, and the last of two', () => {
  expect(find({ ways: ['t done m', 'm done d'], mails: { m: 'thanks' } })).toBe('thanks');
  expect(find({ ways: ['t done m', 'm done w', 'w done d'], mails: { m: 'thanks' } })).toBe('thanks');
  const two = { m: 'thanks', n: 'guide' };
  expect(find({ ways: ['t done m', 'm done n', 'n done d'], mails: two })).toBe('guide');
});

it('finds the one mail of two ways that both send it, and none where they differ', () => {
  const ways = ['t done m', 'u done n', 'm done d', 'n done d'];
  expect(find({ ways, mails: { m: 'thanks', n: 'thanks' } })).toBe('thanks');
  expect(find({ ways, mails: { m: 'thanks', n: 'guide' } })).toBeUndefined();
  expect(find({ ways: ['t done m', 'u done d', 'm done d'], mails: { m: 'thanks' } })).toBeUndefined();
});

it('finds none for those whom the mail did not reach, before one is chosen, and before anything leads there', () => {
  expect(find({ ways: ['t done m', 'm not-sent d'], mails: { m: 'thanks' } })).toBeUndefined();
  expect(find({ ways: ['t done m', 'm done d'], mails: {} })).toBeUndefined();
  expect(find({ ways: [], mails: {} })).toBeUndefined();
  expect(find({ ways: ['d else d'], mails: {} })).toBeUndefined();
});
