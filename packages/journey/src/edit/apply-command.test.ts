import { describe, expect, it } from 'vitest';
import { type EdgeId, edgeIdOf, emptyGraph, type Graph, type GraphNode } from '../graph/graph.ts';
import { asId, type NodeId } from '../id.ts';
import type { Json } from '../json.ts';
import { applyCommand } from './apply-command.ts';
import type { Applied, Command } from './command.ts';
import type { OutcomeCatalog } from './outcome-catalog.ts';

const yesNo: OutcomeCatalog = new Map([
  [
    'fork',
    {
      outcomes: () => [
        { id: 'yes', label: { ja: 'はい', en: 'Yes' } },
        { id: 'no', label: { ja: 'いいえ', en: 'No' } },
      ],
    },
  ],
]);

function node(name: string, more: Partial<GraphNode> = {}): GraphNode {
  return { id: asId(name), type: 'step', revision: 1, position: { x: 0, y: 0 }, config: {}, ...more };
}

function graphOf(nodes: readonly GraphNode[], edges: readonly string[] = []): Graph {
  const drawn = edges.map((edge) => {
    const [from = '', outcome = '', to = ''] = edge.split(' ');
    return { id: edgeIdOf({ from: asId(from), outcome }), from: asId<'node'>(from), outcome, to: asId<'node'>(to) };
  });
  return {
    ...emptyGraph,
    nodes: Object.fromEntries(nodes.map((one) => [one.id, one])),
    edges: Object.fromEntries(drawn.map((edge) => [edge.id, edge])),
  };
}

function edgesOf(graph: Graph): readonly string[] {
  return Object.values(graph.edges)
    .map(({ from, outcome, to }) => `${from} ${outcome} ${to}`)
    .sort();
}

function apply(graph: Graph, command: Command): Extract<Applied, { kind: 'applied' }> {
  const applied = applyCommand({ graph, command, catalog: yesNo });
  if (applied.kind === 'refused') throw new Error(`refused: ${JSON.stringify(applied.refusal)}`);
  const back = applyCommand({ graph: applied.graph, command: applied.inverse, catalog: yesNo });
  expect(back).toMatchObject({ kind: 'applied' });
  expect(back.kind === 'applied' && back.graph).toEqual(graph);
  return applied;
}

function refusal(graph: Graph, command: Command): unknown {
  const applied = applyCommand({ graph, command, catalog: yesNo });
  return applied.kind === 'refused' ? applied.refusal : 'applied';
}

const id = (name: string): NodeId => asId(name);
const line = graphOf([node('a'), node('b'), node('c')], ['a done b', 'b done c']);

describe('adding and removing nodes', () => {
  it('adds a node once', () => {
    const { graph } = apply(emptyGraph, { kind: 'add-node', node: node('a') });
    expect(Object.keys(graph.nodes)).toEqual(['a']);
    expect(refusal(graph, { kind: 'add-node', node: node('a') })).toEqual({ kind: 'node-exists', node: 'a' });
  });

  it('removes a node with its edges', () => {
    const { graph } = apply(line, { kind: 'remove-nodes', nodes: [id('b')], heal: false });
    expect(edgesOf(graph)).toEqual([]);
  });

  it('heals: what led to the node leads on past it', () => {
    const { graph } = apply(line, { kind: 'remove-nodes', nodes: [id('b')], heal: true });
    expect(edgesOf(graph)).toEqual(['a done c']);
  });

  it('heals past several removed nodes in a row', () => {
    const longer = graphOf([...Object.values(line.nodes), node('d')], ['a done b', 'b done c', 'c done d']);
    const { graph } = apply(longer, { kind: 'remove-nodes', nodes: [id('c'), id('b')], heal: true });
    expect(edgesOf(graph)).toEqual(['a done d']);
  });

  it('heals along the first connected outcome, in the order of the node type', () => {
    const forked = graphOf(
      [node('a'), node('f', { type: 'fork' }), node('n'), node('y')],
      ['a done f', 'f no n', 'f yes y'],
    );
    expect(edgesOf(apply(forked, { kind: 'remove-nodes', nodes: [id('f')], heal: true }).graph)).toEqual(['a done y']);
  });

  it('heals into no loop of one node', () => {
    const loop = graphOf([node('a'), node('b')], ['a done b', 'b done a']);
    expect(edgesOf(apply(loop, { kind: 'remove-nodes', nodes: [id('b')], heal: true }).graph)).toEqual([]);
  });

  it('comes to an end where only removed nodes lead to each other', () => {
    const loop = graphOf([node('a'), node('b'), node('c')], ['a done b', 'b done c', 'c done b']);
    const { graph } = apply(loop, { kind: 'remove-nodes', nodes: [id('b'), id('c')], heal: true });
    expect(edgesOf(graph)).toEqual([]);
  });

  it('takes removed nodes out of their groups, and drops a group left empty', () => {
    const groups = {
      one: { id: asId<'group'>('one'), title: '', nodes: [id('a'), id('b')] },
      two: { id: asId<'group'>('two'), title: '', nodes: [id('b')] },
    };
    const { graph } = apply({ ...line, groups }, { kind: 'remove-nodes', nodes: [id('b')], heal: false });
    expect(graph.groups).toEqual({ one: { ...groups.one, nodes: ['a'] } });
  });

  it('removes nothing where one of the nodes is gone already', () => {
    expect(refusal(line, { kind: 'remove-nodes', nodes: [id('a'), id('x')], heal: true })).toEqual({
      kind: 'node-missing',
      node: 'x',
    });
  });
});

describe('edges', () => {
  it('replaces where an outcome led before', () => {
    const { graph, inverse } = apply(line, { kind: 'connect', from: id('a'), outcome: 'done', to: id('c') });
    expect(edgesOf(graph)).toEqual(['a done c', 'b done c']);
    expect(inverse).toEqual({ kind: 'connect', from: 'a', outcome: 'done', to: 'b' });
  });

  it('refuses an edge to a node that is not there', () => {
    expect(refusal(line, { kind: 'connect', from: id('a'), outcome: 'done', to: id('x') })).toEqual({
      kind: 'node-missing',
      node: 'x',
    });
  });

  it('inserts a node on an edge', () => {
    const edge = 'a/done' as EdgeId;
    const { graph } = apply(line, { kind: 'insert-on-edge', edge, node: node('n'), outcome: 'yes' });
    expect(edgesOf(graph)).toEqual(['a done n', 'b done c', 'n yes b']);
    expect(refusal(line, { kind: 'insert-on-edge', edge: 'a/x' as EdgeId, node: node('n') })).toEqual({
      kind: 'edge-missing',
      edge: 'a/x',
    });
  });

  it('leaves nothing behind when an insertion is refused', () => {
    const edge = 'a/done' as EdgeId;
    expect(refusal(line, { kind: 'insert-on-edge', edge, node: node('c'), outcome: 'done' })).toEqual({
      kind: 'node-exists',
      node: 'c',
    });
    expect(edgesOf(line)).toEqual(['a done b', 'b done c']);
  });
});

describe('configs', () => {
  const configured = graphOf([node('a', { config: { sla: { amount: 4 }, arms: [{ id: 'x' }, { id: 'y' }] } })]);
  const config = (path: readonly (string | number)[], value?: Json) => {
    const command: Command = { kind: 'set-config', node: id('a'), path, ...(value === undefined ? {} : { value }) };
    return apply(configured, command).graph.nodes[id('a')]?.config;
  };

  it('sets one place and leaves the rest', () => {
    expect(config(['sla', 'amount'], 8)).toEqual({ sla: { amount: 8 }, arms: [{ id: 'x' }, { id: 'y' }] });
    expect(config(['arms', 1, 'title'], 'B')).toMatchObject({ arms: [{ id: 'x' }, { id: 'y', title: 'B' }] });
  });

  it('makes the objects on the way', () => {
    expect(config(['timeout', 'duration', 'amount'], 1)).toMatchObject({ timeout: { duration: { amount: 1 } } });
  });

  it('appends to a list, and takes an item out', () => {
    expect(config(['arms', 2], { id: 'z' })).toMatchObject({ arms: [{ id: 'x' }, { id: 'y' }, { id: 'z' }] });
    expect(config(['arms', 0])).toMatchObject({ arms: [{ id: 'y' }] });
  });

  it('clears a place', () => {
    expect(config(['sla'])).toEqual({ arms: [{ id: 'x' }, { id: 'y' }] });
  });

  it.each([
    [['arms', 5], 1],
    [['arms', 'x'], 1],
    [['sla', 'amount', 'deep'], 1],
    [[], 'text'],
  ] as const)('refuses the place %j', (path, value) => {
    expect(refusal(configured, { kind: 'set-config', node: id('a'), path, value })).toEqual({
      kind: 'place-missing',
      path,
    });
  });
});

describe('settings', () => {
  it('sets and clears; what every journey has returns to its default', () => {
    const { graph } = apply(emptyGraph, { kind: 'set-setting', path: ['visitLimit'], value: 5 });
    expect(graph.settings.visitLimit).toBe(5);
    expect(apply(graph, { kind: 'set-setting', path: ['visitLimit'] }).graph.settings.visitLimit).toBe(20);
    const zoned = apply(emptyGraph, { kind: 'set-setting', path: ['zone'], value: 'Asia/Tokyo' }).graph;
    expect(apply(zoned, { kind: 'set-setting', path: ['zone'] }).graph.settings).toEqual(emptyGraph.settings);
  });

  it.each([
    [['exits'], 'none'],
    [['reentry', 'kind'], 'often'],
    [['visitLimit'], 0],
    [['colour'], 'red'],
  ] as const)('refuses %j = %j', (path, value) => {
    expect(refusal(emptyGraph, { kind: 'set-setting', path, value })).toEqual({ kind: 'place-missing', path });
  });
});

describe('several as one step', () => {
  it('applies a batch as a whole or not at all', () => {
    const commands: readonly Command[] = [
      { kind: 'add-node', node: node('n') },
      { kind: 'connect', from: id('c'), outcome: 'done', to: id('n') },
    ];
    expect(edgesOf(apply(line, { kind: 'batch', commands }).graph)).toContain('c done n');
    const broken: Command = { kind: 'batch', commands: [...commands, { kind: 'remove-note', note: asId('x') }] };
    expect(refusal(line, broken)).toEqual({ kind: 'thing-missing', id: 'x' });
  });

  it('pastes nodes and edges as one step', () => {
    const edges = [{ from: id('p'), outcome: 'done', to: id('q') }];
    const { graph } = apply(line, { kind: 'paste', nodes: [node('p'), node('q')], edges });
    expect(edgesOf(graph)).toEqual(['a done b', 'b done c', 'p done q']);
  });
});

describe('a thousand nodes', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => node(`n${index}`));
  const big = graphOf(
    many,
    many.slice(1).map((one, index) => `n${index} done ${one.id}`),
  );

  it('shares what a command does not touch', () => {
    const { graph } = apply(big, { kind: 'set-config', node: id('n5'), path: ['x'], value: 1 });
    expect(graph.edges).toBe(big.edges);
    expect(graph.nodes[id('n6')]).toBe(big.nodes[id('n6')]);
  });

  it('heals past half of them in one step', () => {
    const odd = many.filter((_, index) => index % 2 === 1).map((one) => one.id);
    const { graph } = apply(big, { kind: 'remove-nodes', nodes: odd, heal: true });
    expect(edgesOf(graph)).toContain('n0 done n2');
    expect(Object.keys(graph.nodes)).toHaveLength(500);
  });
});
