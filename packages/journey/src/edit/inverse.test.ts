import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyGraph, type Graph, type GraphNode } from '../graph/graph.ts';
import { asId } from '../id.ts';
import type { Json } from '../json.ts';
import { applyCommand } from './apply-command.ts';
import type { Command } from './command.ts';
import { rebaseCommands } from './rebase-commands.ts';

const catalog = new Map();

// Few names, so that commands meet: nodes that exist, that are gone, that are taken.
const nodeId = fc.constantFrom('a', 'b', 'c', 'd', 'e').map(asId<'node'>);
const outcome = fc.constantFrom('done', 'yes', 'no');
const thing = fc.constantFrom('one', 'two');
const position = fc.record({ x: fc.nat(9), y: fc.nat(9) });
const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<Json>(null, 1, 'x', true),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('p', 'q'), tie('json')),
  ),
})).json;
const config = fc.dictionary(fc.constantFrom('p', 'q'), json);
const path = fc.array(fc.oneof(fc.constantFrom<string | number>('p', 'q'), fc.nat(3)), { maxLength: 3 });
const settingPath = fc.constantFrom<(string | number)[]>(
  ['zone'],
  ['visitLimit'],
  ['reentry'],
  ['exits'],
  ['exits', 0],
  ['exits', 0, 'title'],
  ['audience'],
);
const setting = fc.constantFrom<Json | undefined>(undefined, 'Asia/Tokyo', 3, { kind: 'always' }, [], {
  id: 'x',
  title: 'X',
  condition: { kind: 'all', of: [] },
});
const node: fc.Arbitrary<GraphNode> = fc.record(
  { id: nodeId, type: fc.constant('step'), revision: fc.constant(1), title: fc.string(), position, config },
  { requiredKeys: ['id', 'type', 'revision', 'position', 'config'] },
);
const edge = fc.tuple(nodeId, outcome).map(([from, out]) => asId<'edge'>(`${from}/${out}`));
const note = fc.record({
  id: thing.map(asId<'note'>),
  position,
  size: fc.constant({ width: 1, height: 1 }),
  text: fc.string(),
});

const single: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add-node' as const), node }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('connect' as const), from: nodeId, outcome, to: nodeId }) },
  fc.record({
    kind: fc.constant('remove-nodes' as const),
    nodes: fc.array(nodeId, { maxLength: 3 }),
    heal: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('move-nodes' as const), to: fc.dictionary(nodeId, position) }),
  fc.record(
    { kind: fc.constant('set-config' as const), node: nodeId, path, value: json },
    { requiredKeys: ['kind', 'node', 'path'] },
  ),
  fc.record(
    { kind: fc.constant('rename-node' as const), node: nodeId, title: fc.string() },
    { requiredKeys: ['kind', 'node'] },
  ),
  fc.record({ kind: fc.constant('disconnect' as const), edge }),
  fc.record(
    { kind: fc.constant('insert-on-edge' as const), edge, node, outcome },
    { requiredKeys: ['kind', 'edge', 'node'] },
  ),
  fc.record({
    kind: fc.constant('paste' as const),
    nodes: fc.array(node, { maxLength: 2 }),
    edges: fc.array(fc.record({ from: nodeId, outcome, to: nodeId }), { maxLength: 2 }),
  }),
  fc
    .tuple(settingPath, setting)
    .map(([at, value]) => ({ kind: 'set-setting' as const, path: at, ...(value === undefined ? {} : { value }) })),
  fc.record({ kind: fc.constant('put-note' as const), note }),
  fc.record({ kind: fc.constant('remove-note' as const), note: thing.map(asId<'note'>) }),
  fc.record({
    kind: fc.constant('put-group' as const),
    group: fc.record({
      id: thing.map(asId<'group'>),
      title: fc.string(),
      nodes: fc.uniqueArray(nodeId, { maxLength: 3 }),
    }),
  }),
  fc.record({ kind: fc.constant('remove-group' as const), group: thing.map(asId<'group'>) }),
);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: single },
  fc.record({ kind: fc.constant('batch' as const), commands: fc.array(single, { maxLength: 4 }) }),
);

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}

function expectWhole(graph: Graph): void {
  for (const one of Object.values(graph.edges)) {
    expect(graph.nodes).toHaveProperty([one.from]);
    expect(graph.nodes).toHaveProperty([one.to]);
  }
  for (const group of Object.values(graph.groups)) {
    for (const member of group.nodes) expect(graph.nodes).toHaveProperty([member]);
  }
}

it('takes every command back exactly, and changes nothing that it was given', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      let graph: Graph = deepFreeze(emptyGraph);
      const inverses: Command[] = [];
      for (const one of commands) {
        const applied = applyCommand({ graph, command: one, catalog });
        if (applied.kind === 'refused') continue;
        const back = applyCommand({ graph: applied.graph, command: applied.inverse, catalog });
        expect(back.kind === 'applied' && back.graph).toEqual(graph);
        expectWhole(applied.graph);
        graph = deepFreeze(applied.graph);
        inverses.unshift(applied.inverse);
      }
      const undone = applyCommand({ graph, command: { kind: 'batch', commands: inverses }, catalog });
      expect(undone.kind === 'applied' && undone.graph).toEqual(emptyGraph);
    }),
    { numRuns: 500 },
  );
});

it('puts pending commands on another base as if they had been made there', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 8 }), fc.array(command, { maxLength: 8 }), (theirs, mine) => {
      const base = rebaseCommands({ base: emptyGraph, pending: numbered(theirs), catalog }).graph;
      const rebased = rebaseCommands({ base, pending: numbered(mine), catalog });
      expect([...rebased.kept, ...rebased.refused].map(({ id }) => id).sort()).toEqual(
        numbered(mine)
          .map(({ id }) => id)
          .sort(),
      );
      const undo = rebased.kept.map(({ inverse }) => inverse).toReversed();
      const undone = applyCommand({ graph: rebased.graph, command: { kind: 'batch', commands: undo }, catalog });
      expect(undone.kind === 'applied' && undone.graph).toEqual(base);
    }),
  );
});

function numbered(commands: readonly Command[]): readonly { id: string; command: Command }[] {
  return commands.map((one, index) => ({ id: `${index}`, command: one }));
}
