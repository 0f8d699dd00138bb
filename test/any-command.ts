import type { Command } from '@sodate/journey/edit/command';
import type { GraphNode } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import type { Json } from '@sodate/journey/json';
import fc from 'fast-check';

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
const noteParts = { position, size: fc.constant({ width: 1, height: 1 }), text: fc.string() };
const note = fc.record({ id: thing.map(asId<'note'>), ...noteParts });
const groupParts = { title: fc.string(), nodes: fc.uniqueArray(nodeId, { maxLength: 3 }) };

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
  fc.record({
    kind: fc.constant('change-note' as const),
    note: thing.map(asId<'note'>),
    change: fc.record(noteParts, { requiredKeys: [] }),
  }),
  fc.record({ kind: fc.constant('remove-note' as const), note: thing.map(asId<'note'>) }),
  fc.record({
    kind: fc.constant('put-group' as const),
    group: fc.record({ id: thing.map(asId<'group'>), ...groupParts }),
  }),
  fc.record({
    kind: fc.constant('change-group' as const),
    group: thing.map(asId<'group'>),
    change: fc.record(groupParts, { requiredKeys: [] }),
  }),
  fc.record({ kind: fc.constant('remove-group' as const), group: thing.map(asId<'group'>) }),
);
/** Any command but deeply nested batches, over a few nodes, notes and groups. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: single },
  fc.record({ kind: fc.constant('batch' as const), commands: fc.array(single, { maxLength: 4 }) }),
);
