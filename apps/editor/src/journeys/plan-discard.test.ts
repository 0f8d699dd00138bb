import { applyCommand } from '@sodate/journey/edit/apply-command';
import { edgeIdOf, emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { planDiscard } from './plan-discard.ts';

function drawn({ names, days, group }: { names: readonly string[]; days: number; group: readonly string[] }): Graph {
  const ids = names.map(asId<'node'>);
  const nodes = ids.map((id, row) => {
    return [id, { id, type: 'wait', revision: 1, position: { x: days, y: row * 100 }, config: { days } }];
  });
  const edges = ids.slice(1).map((to, index) => {
    const from = ids[index] ?? to;
    const id = edgeIdOf({ from, outcome: 'done' });
    return [id, { id, from, outcome: 'done', to }];
  });
  const groupId = asId<'group'>(`g${days}`);
  return {
    ...emptyGraph,
    nodes: Object.fromEntries(nodes),
    edges: Object.fromEntries(edges),
    groups: { [groupId]: { id: groupId, title: `${days}`, nodes: group.map(asId<'node'>) } },
  };
}

const note = { id: asId<'note'>('n'), position: { x: 0, y: 0 }, size: { width: 9, height: 9 }, text: '覚え書き' };
const live = drawn({ names: ['a', 'b', 'c'], days: 3, group: ['a', 'b'] });
const changed = drawn({ names: ['d', 'c', 'a'], days: 5, group: ['c'] });
const graph: Graph = {
  ...changed,
  notes: { [note.id]: note },
  settings: { ...emptyGraph.settings, zone: 'Europe/Paris', reentry: { kind: 'always' }, visitLimit: 3 },
};

it('makes the draft what is published, keeps the notes, and can be taken back', () => {
  const catalog = new Map();
  const done = applyCommand({ graph, command: planDiscard({ graph, live }), catalog });
  if (done.kind === 'refused') throw new Error(JSON.stringify(done.refusal));
  expect(done.graph).toEqual({ ...live, notes: graph.notes });
  const back = applyCommand({ graph: done.graph, command: done.inverse, catalog });
  expect(back.kind === 'applied' && back.graph).toEqual(graph);
});
