import { applyCommand } from '@sodate/journey/edit/apply-command';
import type { Command } from '@sodate/journey/edit/command';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { planGroup, planUngroup } from './plan-group.ts';

const id = (name: string) => asId<'node'>(name);
const four: Graph = {
  ...emptyGraph,
  nodes: Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name) => [
      name,
      { id: id(name), type: 'step', revision: 1, position: { x: 0, y: 0 }, config: {} },
    ]),
  ),
};

function after({ graph, command }: { graph: Graph; command: Command | undefined }): Graph {
  if (command === undefined) throw new Error('nothing to do');
  const applied = applyCommand({ graph, command, catalog: new Map() });
  if (applied.kind === 'refused') throw new Error(JSON.stringify(applied.refusal));
  return applied.graph;
}

function grouped({ graph, names, as }: { graph: Graph; names: readonly string[]; as: string }): Graph {
  return after({ graph, command: planGroup({ graph, nodes: new Set(names.map(id)), newId: () => as }) });
}

const members = (graph: Graph) => Object.values(graph.groups).map((group) => group.nodes.join(''));

it('takes nodes out of the group they were in, and an emptied group away', () => {
  const one = grouped({ graph: four, names: ['a', 'b', 'c'], as: 'one' });
  const two = grouped({ graph: one, names: ['b', 'd'], as: 'two' });
  expect(members(two)).toEqual(['ac', 'bd']);
  expect(members(grouped({ graph: two, names: ['a', 'c'], as: 'three' }))).toEqual(['bd', 'ac']);
});

it('makes no group of notes or of nothing', () => {
  expect(planGroup({ graph: four, nodes: new Set([id('note')]), newId: () => 'g' })).toBeUndefined();
});

it('breaks up the groups of the nodes, and leaves the nodes', () => {
  const graph = grouped({ graph: grouped({ graph: four, names: ['a', 'b'], as: 'one' }), names: ['c'], as: 'two' });
  const broken = after({ graph, command: planUngroup({ graph, nodes: new Set([id('a')]) }) });
  expect(members(broken)).toEqual(['c']);
  expect(broken.nodes).toEqual(graph.nodes);
  expect(planUngroup({ graph, nodes: new Set([id('d')]) })).toBeUndefined();
});
