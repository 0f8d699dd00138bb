import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { copyBranch, planPaste, readCopiedBranch } from './copied-branch.ts';

const id = (name: string) => asId<'node'>(name);
const node = (name: string, y: number) => ({
  id: id(name),
  type: 'wait',
  revision: 1,
  position: { x: 10, y },
  config: { days: y },
});
const edge = (from: string, to: string) => ({
  id: asId<'edge'>(`${from}/done`),
  from: id(from),
  outcome: 'done',
  to: id(to),
});
const graph: Graph = {
  ...emptyGraph,
  nodes: { [id('a')]: node('a', 0), [id('b')]: node('b', 100), [id('c')]: node('c', 200) },
  edges: { [asId<'edge'>('a/done')]: edge('a', 'b'), [asId<'edge'>('b/done')]: edge('b', 'c') },
};

it('copies nodes with the edges between them, and pastes them with fresh ids at the place asked for', () => {
  const copied = readCopiedBranch(JSON.stringify(copyBranch({ graph, nodes: new Set([id('b'), id('c')]) })));
  if (copied === undefined) throw new Error('the copy was not read');
  let count = 0;
  const paste = planPaste({ graph, branch: copied, at: { x: 500, y: 500 }, newId: () => `new-${++count}` });
  expect(paste.nodes.map(({ id: own, position, config }) => ({ own, position, config }))).toEqual([
    { own: 'new-1', position: { x: 500, y: 500 }, config: { days: 100 } },
    { own: 'new-2', position: { x: 500, y: 600 }, config: { days: 200 } },
  ]);
  expect(paste.edges).toEqual([{ from: 'new-1', outcome: 'done', to: 'new-2' }]);
});

it('keeps the ways out of a branch where the node that they lead to is here', () => {
  const branch = copyBranch({ graph, nodes: new Set([id('b')]), waysOut: true });
  const pasteInto = (target: Graph) =>
    planPaste({ graph: target, branch, at: { x: 0, y: 0 }, newId: () => 'new' }).edges;
  expect(pasteInto(graph)).toEqual([{ from: 'new', outcome: 'done', to: 'c' }]);
  expect(pasteInto(emptyGraph)).toEqual([]);
});

it('passes over a clipboard that holds something else', () => {
  for (const text of ['', 'hello', '{"nodes":[]}', '{"sodate":"nodes","nodes":[{}],"edges":[]}', 'null']) {
    expect(readCopiedBranch(text)).toBeUndefined();
  }
});
