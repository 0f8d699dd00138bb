import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';

/** A node and all that can be reached from it. */
export function findDownstream({ graph, from }: { graph: Graph; from: NodeId }): ReadonlySet<NodeId> {
  const next = new Map<NodeId, NodeId[]>();
  for (const edge of Object.values(graph.edges)) {
    const known = next.get(edge.from);
    if (known === undefined) next.set(edge.from, [edge.to]);
    else known.push(edge.to);
  }
  const found = new Set<NodeId>([from]);
  for (const node of found) for (const to of next.get(node) ?? []) found.add(to);
  return found;
}
