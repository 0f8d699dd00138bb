import { applyCommand } from '@sodate/journey/edit/apply-command';
import type { Command } from '@sodate/journey/edit/command';
import { outcomeCatalogOf } from '@sodate/journey/edit/outcome-catalog';
import type { DescribedNode } from '@sodate/journey/graph/described-node';
import { edgeIdOf, emptyGraph, type Graph, type Position } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { describe, expect, it } from 'vitest';
import { findEdgeAt } from './find-edge-at.ts';
import { findOnlyOpenEnd } from './find-only-open-end.ts';
import { layOut } from './lay-out.ts';
import { placeDragged } from './place-dragged.ts';
import { planAddition, type Spot } from './plan-addition.ts';
import { walkGraph } from './walk-graph.ts';

const text = (value: string) => ({ ja: value, en: value });

function described({ type, exits, isTrigger = false }: { type: string; exits: string[]; isTrigger?: boolean }) {
  const outcomes = exits.map((exit) => ({ kind: 'fixed' as const, id: exit, label: text(exit) }));
  const shared = { revision: 1, family: 'wait', description: text(''), keywords: [], icon: '', rests: false } as const;
  const rest = { fields: [], schema: {}, initial: {}, custom: false };
  return { type, title: text(type), isTrigger, outcomes, ...shared, ...rest } satisfies DescribedNode;
}

const list = [
  described({ type: 'trigger', exits: ['done'], isTrigger: true }),
  described({ type: 'step', exits: ['done'] }),
  described({ type: 'fork', exits: ['yes', 'no'] }),
];
const types = new Map(list.map((one) => [one.type, one]));
const catalog = outcomeCatalogOf({ described: list });
const id = (name: string) => asId<'node'>(name);
const laidOut = (graph: Graph) => layOut({ graph, types, collapsed: new Set() });

function after({ graph, command }: { graph: Graph; command: Command }): Graph {
  const applied = applyCommand({ graph, command, catalog });
  if (applied.kind === 'refused') throw new Error(JSON.stringify(applied.refusal));
  return applied.graph;
}

function add({ graph, type, name, spot }: { graph: Graph; type: string; name: string; spot: Spot }): Graph {
  const found = types.get(type);
  if (found === undefined) throw new Error(`no type ${type}`);
  const node = { id: id(name), type, revision: 1, config: {} };
  return after({ graph, command: planAddition({ graph, types, node, described: found, spot }) });
}

const at = (x: number, y: number): Position => ({ x, y });
const ways = (graph: Graph) =>
  Object.values(graph.edges)
    .map(({ from, outcome, to }) => `${from}/${outcome}>${to}`)
    .sort();

function line(): Graph {
  const first = add({ graph: emptyGraph, type: 'trigger', name: 'a', spot: { kind: 'point', at: at(106, 36) } });
  return add({ graph: first, type: 'step', name: 'b', spot: { kind: 'after', node: id('a') } });
}

describe('adding a node', () => {
  it('goes below the node it follows, in line with it, and is connected', () => {
    const graph = line();
    expect(ways(graph)).toEqual(['a/done>b']);
    expect(graph.nodes[id('b')]?.position).toEqual({ x: 0, y: 106 });
  });

  it('goes in between where the node before has only one exit, which is taken', () => {
    const graph = add({ graph: line(), type: 'step', name: 'new', spot: { kind: 'after', node: id('a') } });
    expect(ways(graph)).toEqual(['a/done>new', 'new/done>b']);
  });

  it('takes the next free exit of a fork', () => {
    let graph = add({ graph: line(), type: 'fork', name: 'f', spot: { kind: 'after', node: id('b') } });
    graph = add({ graph, type: 'step', name: 'left', spot: { kind: 'after', node: id('f') } });
    graph = add({ graph, type: 'step', name: 'right', spot: { kind: 'after', node: id('f') } });
    expect(ways(graph)).toContain('f/yes>left');
    expect(ways(graph)).toContain('f/no>right');
    const [one, other] = [graph.nodes[id('left')]?.position, graph.nodes[id('right')]?.position];
    expect(Math.abs((one?.x ?? 0) - (other?.x ?? 0))).toBeGreaterThanOrEqual(212);
  });

  it('makes room when it is put on an edge', () => {
    const graph = line();
    const edge = edgeIdOf({ from: id('a'), outcome: 'done' });
    const next = add({ graph, type: 'fork', name: 'f', spot: { kind: 'edge', edge } });
    expect(ways(next)).toEqual(['a/done>f', 'f/yes>b']);
    const [inserted, pushed] = [next.nodes[id('f')]?.position.y ?? 0, next.nodes[id('b')]?.position.y ?? 0];
    expect(pushed - inserted).toBeGreaterThanOrEqual(94);
  });

  it('never leads into a trigger', () => {
    const graph = add({ graph: line(), type: 'trigger', name: 't', spot: { kind: 'after', node: id('b') } });
    expect(ways(graph)).toEqual(['a/done>b']);
  });
});

describe('the only open end', () => {
  it('is the exit that leads nowhere yet, and none where there are more, or none', () => {
    const graph = line();
    expect(findOnlyOpenEnd({ graph: emptyGraph, types })).toBeUndefined();
    expect(findOnlyOpenEnd({ graph, types })).toEqual({ node: id('b'), outcome: 'done' });
    const forked = add({ graph, type: 'fork', name: 'f', spot: { kind: 'after', node: id('b') } });
    expect(findOnlyOpenEnd({ graph: forked, types })).toBeUndefined();
    const half = add({ graph: forked, type: 'step', name: 'l', spot: { kind: 'after', node: id('f') } });
    const back = after({ graph: half, command: { kind: 'connect', from: id('l'), outcome: 'done', to: id('b') } });
    expect(findOnlyOpenEnd({ graph: back, types })).toEqual({ node: id('f'), outcome: 'no' });
  });
});

describe('letting a card go', () => {
  it('puts a lone card in between when it is let go upon an edge', () => {
    const graph = add({ graph: line(), type: 'step', name: 'lone', spot: { kind: 'point', at: at(700, 700) } });
    const command = placeDragged({ layout: laidOut(graph), types, dragged: { lone: at(0, 53) }, reach: 26 });
    expect(command).toBeDefined();
    if (command !== undefined) expect(ways(after({ graph, command }))).toEqual(['a/done>lone', 'lone/done>b']);
  });

  it('is nothing where the card has not moved', () => {
    const graph = line();
    expect(placeDragged({ layout: laidOut(graph), types, dragged: { a: at(0, 0) }, reach: 26 })).toBeUndefined();
  });
});

describe('finding an edge', () => {
  it('finds the edge under a point, and none far away', () => {
    const graph = line();
    expect(findEdgeAt({ layout: laidOut(graph), point: at(110, 90), reach: 20 })?.from).toBe('a');
    expect(findEdgeAt({ layout: laidOut(graph), point: at(300, 90), reach: 20 })).toBeUndefined();
  });
});

describe('walking by arrow keys', () => {
  it('follows edges down and up, and goes to neighbours sideways', () => {
    let graph = add({ graph: line(), type: 'fork', name: 'f', spot: { kind: 'after', node: id('b') } });
    graph = add({ graph, type: 'step', name: 'left', spot: { kind: 'after', node: id('f') } });
    graph = add({ graph, type: 'step', name: 'right', spot: { kind: 'after', node: id('f') } });
    const layout = laidOut(graph);
    expect(walkGraph({ layout, from: id('a'), direction: 'down' })).toBe('b');
    expect(walkGraph({ layout, from: id('f'), direction: 'up' })).toBe('b');
    expect(walkGraph({ layout, from: id('left'), direction: 'right' })).toBe('right');
    expect(walkGraph({ layout, from: id('a'), direction: 'up' })).toBeUndefined();
  });
});
