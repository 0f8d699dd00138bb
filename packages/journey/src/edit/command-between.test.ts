import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeIdOf, emptyGraph, type Graph, type GraphNode } from '../graph/graph.ts';
import { asId } from '../id.ts';
import type { JsonObject } from '../json.ts';
import { applyCommand } from './apply-command.ts';
import { commandBetween } from './command-between.ts';
import { compareGraphs } from './compare-graphs.ts';

const catalog = new Map();
const nodeId = fc.constantFrom('a', 'b', 'c', 'd').map(asId<'node'>);
const position = fc.record({ x: fc.nat(3), y: fc.nat(3) });
const config: fc.Arbitrary<JsonObject> = fc.dictionary(
  fc.constantFrom('p', 'q'),
  fc.oneof(fc.nat(2), fc.array(fc.nat(2), { maxLength: 2 }), fc.constant({ deep: true })),
);
const node: fc.Arbitrary<GraphNode> = fc.record(
  {
    id: nodeId,
    type: fc.constantFrom('step', 'other'),
    revision: fc.constantFrom(1, 2),
    title: fc.constantFrom('A', 'B'),
    position,
    config,
  },
  { requiredKeys: ['id', 'type', 'revision', 'position', 'config'] },
);
const settings: fc.Arbitrary<Graph['settings']> = fc.record(
  {
    reentry: fc.constantFrom({ kind: 'never' as const }, { kind: 'after-days' as const, days: 3 }),
    exits: fc.constantFrom([], [{ id: 'x', title: 'X', condition: { kind: 'all' as const, of: [] } }]),
    visitLimit: fc.constantFrom(20, 5),
    zone: fc.constant('Asia/Tokyo'),
    audience: fc.constant({ kind: 'any' as const, of: [] }),
  },
  { requiredKeys: ['reentry', 'exits', 'visitLimit'] },
);

/** Whole: edges and groups name nodes that are there. */
const graph: fc.Arbitrary<Graph> = fc
  .record({
    nodes: fc.uniqueArray(node, { selector: ({ id }) => id, maxLength: 4 }),
    edges: fc.array(fc.record({ from: nodeId, outcome: fc.constantFrom('done', 'no'), to: nodeId }), { maxLength: 6 }),
    note: fc.option(fc.record({ text: fc.constantFrom('n', 'm'), position })),
    group: fc.option(fc.record({ title: fc.constantFrom('g', 'h'), nodes: fc.uniqueArray(nodeId) })),
    settings,
  })
  .map(({ nodes, edges, note, group, settings: set }) => {
    const ids = new Set(nodes.map(({ id }) => id));
    const members = group?.nodes.filter((id) => ids.has(id)) ?? [];
    const whole = edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
    return {
      nodes: Object.fromEntries(nodes.map((one) => [one.id, one])),
      edges: Object.fromEntries(whole.map((edge) => [edgeIdOf(edge), { id: edgeIdOf(edge), ...edge }])),
      notes: note === null ? {} : { n: { id: asId('n'), size: { width: 1, height: 1 }, ...note } },
      groups:
        group === null || members.length === 0 ? {} : { g: { id: asId('g'), title: group.title, nodes: members } },
      settings: set,
    };
  });

const pair = fc.tuple(graph, graph);

describe('the command between two graphs', () => {
  it('makes the one of the other, and its inverse goes back', () => {
    fc.assert(
      fc.property(pair, ([from, to]) => {
        const there = applyCommand({ graph: from, command: commandBetween({ from, to }), catalog });
        if (there.kind === 'refused') throw new Error(JSON.stringify(there.refusal));
        expect(there.graph).toEqual(to);
        const back = applyCommand({ graph: there.graph, command: there.inverse, catalog });
        expect(back.kind === 'applied' && back.graph).toEqual(from);
      }),
      { numRuns: 1_000 },
    );
  });

  it('says nothing where they are equal', () => {
    fc.assert(
      fc.property(graph, (one) => {
        expect(commandBetween({ from: one, to: structuredClone(one) })).toEqual({ kind: 'batch', commands: [] });
      }),
    );
  });
});

describe('the difference of two graphs', () => {
  it('names exactly the nodes that were added, taken out, or are not the same', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { nodes } = compareGraphs({ before, after });
        const named = (kind: string) => nodes.filter((one) => one.kind === kind).map(({ node: id }) => id);
        const ids = { before: Object.keys(before.nodes), after: Object.keys(after.nodes) };
        expect(named('added').sort()).toEqual(ids.after.filter((id) => !ids.before.includes(id)).sort());
        expect(named('removed').sort()).toEqual(ids.before.filter((id) => !ids.after.includes(id)).sort());
        expect(compareGraphs({ before, after: before }).nodes).toEqual([]);
      }),
    );
  });

  it('tells a node that only stands elsewhere from one that was changed', () => {
    const one: GraphNode = { id: asId('a'), type: 'step', revision: 1, position: { x: 0, y: 0 }, config: { p: 1 } };
    const other = { ...one, id: asId<'node'>('b') };
    const draw = (nodes: readonly GraphNode[], to?: 'a' | 'b'): Graph => {
      const edge = { from: one.id, outcome: 'done', to: asId<'node'>(to ?? 'b') };
      return {
        ...emptyGraph,
        nodes: Object.fromEntries(nodes.map((drawn) => [drawn.id, drawn])),
        edges: to === undefined ? {} : { [edgeIdOf(edge)]: { id: edgeIdOf(edge), ...edge } },
      };
    };
    const after = draw([
      { ...one, position: { x: 5, y: 0 } },
      { ...other, config: { p: 2 } },
    ]);
    expect(compareGraphs({ before: draw([one, other]), after }).nodes).toMatchObject([
      { node: 'b', kind: 'changed', config: ['p'] },
      { node: 'a', kind: 'moved' },
    ]);
    expect(compareGraphs({ before: draw([one, other], 'b'), after: draw([one, other], 'a') }).nodes).toEqual([
      { node: 'a', kind: 'changed', renamed: false, config: [], ways: [{ outcome: 'done', before: 'b', after: 'a' }] },
    ]);
  });
});
