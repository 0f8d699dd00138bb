import { canonicalJson } from '../compile/canonical-json.ts';
import { edgeIdOf, type Graph, type GraphNode } from '../graph/graph.ts';
import type { NodeId } from '../id.ts';
import { asJson, type Json, type JsonObject } from '../json.ts';
import type { Command } from './command.ts';

/**
 * The one command that turns `from` into `to`; an empty batch where they are equal. Being a command like any other, it
 * is undone as one step, and says no more than what differs.
 */
export function commandBetween({ from, to }: { from: Graph; to: Graph }): Command {
  const before = Object.values(from.nodes);
  const kept = before.filter((node) => isKept({ node, other: to.nodes[node.id] }));
  const keeps = new Set(kept.map(({ id }) => id));
  const gone = before.filter(({ id }) => !keeps.has(id)).map(({ id }) => id);
  const added = Object.values(to.nodes).filter(({ id }) => !keeps.has(id));
  const commands: Command[] = [
    ...dropBeside({ from, to }),
    ...cutEdges({ from, to, keeps }),
    ...(gone.length === 0 ? [] : [{ kind: 'remove-nodes' as const, nodes: gone, heal: false }]),
    ...joinNodes({ from, to, keeps, added }),
    ...moveKept({ kept, to }),
    ...kept.flatMap((node) => changeNode({ node, other: to.nodes[node.id] })),
    ...changeSettings({ from: asJson(from.settings), to: asJson(to.settings) }),
    ...putBeside({ from, to, keeps }),
  ];
  return { kind: 'batch', commands };
}

/** A command changes neither a node's type nor the revision of its config: such a node is taken out and put in anew. */
function isKept({ node, other }: { node: GraphNode; other: GraphNode | undefined }): boolean {
  return other !== undefined && other.type === node.type && other.revision === node.revision;
}

function isSame(one: Json | object | undefined, other: Json | object | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalJson(one) === canonicalJson(other);
}

function dropBeside({ from, to }: { from: Graph; to: Graph }): Command[] {
  const notes = Object.values(from.notes).filter(({ id }) => to.notes[id] === undefined);
  const groups = Object.values(from.groups).filter(({ id }) => to.groups[id] === undefined);
  return [
    ...notes.map(({ id }) => ({ kind: 'remove-note' as const, note: id })),
    ...groups.map(({ id }) => ({ kind: 'remove-group' as const, group: id })),
  ];
}

/** Edges of nodes that go are cut with them. */
function cutEdges({ from, to, keeps }: { from: Graph; to: Graph; keeps: ReadonlySet<NodeId> }): Command[] {
  return Object.values(from.edges)
    .filter((edge) => to.edges[edge.id] === undefined && keeps.has(edge.from) && keeps.has(edge.to))
    .map(({ id }) => ({ kind: 'disconnect', edge: id }));
}

function joinNodes(given: {
  from: Graph;
  to: Graph;
  keeps: ReadonlySet<NodeId>;
  added: readonly GraphNode[];
}): Command[] {
  const { from, to, keeps, added } = given;
  const edges = Object.values(to.edges)
    .filter((edge) => {
      const old = from.edges[edgeIdOf(edge)];
      return old?.to !== edge.to || !keeps.has(edge.from) || !keeps.has(edge.to);
    })
    .map(({ from: start, outcome, to: end }) => ({ from: start, outcome, to: end }));
  if (added.length === 0 && edges.length === 0) return [];
  return [{ kind: 'paste', nodes: added, edges }];
}

function moveKept({ kept, to }: { kept: readonly GraphNode[]; to: Graph }): Command[] {
  const places = kept.flatMap(({ id, position }) => {
    const next = to.nodes[id]?.position;
    return next === undefined || isSame(position, next) ? [] : [[id, next] as const];
  });
  return places.length === 0 ? [] : [{ kind: 'move-nodes', to: Object.fromEntries(places) }];
}

function changeNode({ node, other }: { node: GraphNode; other: GraphNode | undefined }): Command[] {
  if (other === undefined) return [];
  const { id, title } = node;
  const renamed: Command[] =
    title === other.title
      ? []
      : [{ kind: 'rename-node', node: id, ...(other.title === undefined ? {} : { title: other.title }) }];
  const set = changedKeys({ one: node.config, other: other.config }).map(
    (key): Command => ({ kind: 'set-config', node: id, path: [key], ...valueAt({ object: other.config, key }) }),
  );
  return [...renamed, ...set];
}

function changeSettings({ from, to }: { from: JsonObject; to: JsonObject }): Command[] {
  return changedKeys({ one: from, other: to }).map((key) => ({
    kind: 'set-setting',
    path: [key],
    ...valueAt({ object: to, key }),
  }));
}

/** Groups lose the nodes that go, so every group with a node put in anew is put again. */
function putBeside({ from, to, keeps }: { from: Graph; to: Graph; keeps: ReadonlySet<NodeId> }): Command[] {
  const notes = Object.values(to.notes).filter((note) => !isSame(from.notes[note.id], note));
  const groups = Object.values(to.groups).filter(
    (group) => !isSame(from.groups[group.id], group) || group.nodes.some((node) => !keeps.has(node)),
  );
  return [
    ...notes.map((note) => ({ kind: 'put-note' as const, note })),
    ...groups.map((group) => ({ kind: 'put-group' as const, group })),
  ];
}

/** The keys whose values differ, in order. */
export function changedKeys({ one, other }: { one: JsonObject; other: JsonObject }): readonly string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => !isSame(one[key], other[key])).sort();
}

function valueAt({ object, key }: { object: JsonObject; key: string }): { value?: Json } {
  const value = object[key];
  return value === undefined ? {} : { value };
}
