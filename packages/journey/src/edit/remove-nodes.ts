import type { Edge, Graph, GraphNode } from '../graph/graph.ts';
import type { NodeId } from '../id.ts';
import type { Bench, Stepped } from './bench.ts';
import type { Command } from './command.ts';
import { connect, disconnect } from './node-steps.ts';
import type { OutcomeCatalog } from './outcome-catalog.ts';

/** Takes nodes out with their edges and their places in groups; healed, what led to them leads on past them. */
export function removeNodes({
  bench,
  command,
  catalog,
}: {
  bench: Bench;
  command: Extract<Command, { kind: 'remove-nodes' }>;
  catalog: OutcomeCatalog;
}): Stepped {
  const before = bench.graph;
  const gone = new Set(command.nodes);
  for (const id of gone) if (before.nodes[id] === undefined) return { kind: 'node-missing', node: id };

  const touching = Object.values(before.edges).filter((edge) => gone.has(edge.from) || gone.has(edge.to));
  const follow = followPast({ graph: before, gone, touching, catalog });
  for (const edge of touching) {
    const past = command.heal && !gone.has(edge.from) ? follow(edge.to) : undefined;
    // A node is not made to lead back to itself: A→B→A without B is A alone.
    if (past !== undefined && past !== edge.from) connect({ bench, from: edge.from, outcome: edge.outcome, to: past });
    else disconnect({ bench, command: { kind: 'disconnect', edge: edge.id } });
  }
  leaveGroups({ bench, gone });
  for (const id of gone) {
    const node = before.nodes[id];
    if (node === undefined) continue;
    bench.drop({ part: 'nodes', id });
    bench.undoBy({ kind: 'add-node', node });
  }
  return undefined;
}

/** Where a removed node's first connected outcome led, past further removed nodes; undefined where nowhere. */
function followPast({
  graph,
  gone,
  touching,
  catalog,
}: {
  graph: Graph;
  gone: ReadonlySet<NodeId>;
  touching: readonly Edge[];
  catalog: OutcomeCatalog;
}): (node: NodeId) => NodeId | undefined {
  const leaving = Map.groupBy(touching, (edge) => edge.from);
  return (start) => {
    const seen = new Set<NodeId>();
    let at = start;
    while (gone.has(at)) {
      const node = graph.nodes[at];
      if (node === undefined || seen.has(at)) return undefined;
      seen.add(at);
      const edge = firstOf({ node, edges: leaving.get(at) ?? [], catalog });
      if (edge === undefined) return undefined;
      at = edge.to;
    }
    return at;
  };
}

function firstOf({
  node,
  edges,
  catalog,
}: {
  node: GraphNode;
  edges: readonly Edge[];
  catalog: OutcomeCatalog;
}): Edge | undefined {
  if (edges.length < 2) return edges[0];
  const outcomes = catalog.get(node.type)?.outcomes(node.config) ?? [];
  for (const { id } of outcomes) {
    const edge = edges.find(({ outcome }) => outcome === id);
    if (edge !== undefined) return edge;
  }
  // Nothing is known of the type here: any order will do, if only it is the same everywhere.
  return edges.toSorted((one, other) => (one.outcome < other.outcome ? -1 : 1))[0];
}

function leaveGroups({ bench, gone }: { bench: Bench; gone: ReadonlySet<NodeId> }): void {
  for (const group of Object.values(bench.graph.groups)) {
    const nodes = group.nodes.filter((id) => !gone.has(id));
    if (nodes.length === group.nodes.length) continue;
    if (nodes.length === 0) bench.drop({ part: 'groups', id: group.id });
    else bench.put({ part: 'groups', id: group.id, value: { ...group, nodes } });
    bench.undoBy({ kind: 'put-group', group });
  }
}
