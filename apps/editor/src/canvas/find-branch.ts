import type { Edge, Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';

/** Where one looks along the edges: on from a node, or back. */
export type Along = 'down' | 'up';

/** A node and all that is reached from it, or that leads to it. */
export function findAlong({ graph, from, along }: { graph: Graph; from: NodeId; along: Along }): ReadonlySet<NodeId> {
  return reach({ graph, starts: [from], along });
}

/** A node and what follows it alone: nothing that leads come to by another way as well. */
export function findBranch({ graph, from }: { graph: Graph; from: NodeId }): ReadonlySet<NodeId> {
  const branch = findAlong({ graph, from, along: 'down' });
  const entered = new Set(Object.values(graph.edges).map(({ to }) => to));
  const starts = Object.values(graph.nodes).flatMap(({ id }) => (id === from || entered.has(id) ? [] : [id]));
  const otherwise = reach({ graph, starts, along: 'down', without: from });
  return new Set([...branch].filter((id) => id === from || !otherwise.has(id)));
}

function reach({
  graph,
  starts,
  along,
  without,
}: {
  graph: Graph;
  starts: readonly NodeId[];
  along: Along;
  without?: NodeId;
}): ReadonlySet<NodeId> {
  const [here, there] = along === 'down' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const next = Map.groupBy(Object.values(graph.edges), (edge: Edge) => edge[here]);
  const found = new Set<NodeId>(starts);
  for (const node of found) {
    for (const edge of next.get(node) ?? []) if (edge[there] !== without) found.add(edge[there]);
  }
  return found;
}
