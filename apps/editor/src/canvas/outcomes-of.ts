import { connectedOutcomes, removedOutcomes } from '@sodate/journey/graph/connected-outcomes';
import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { Graph, GraphNode } from '@sodate/journey/graph/graph';
import type { Outcome } from '@sodate/journey/graph/node-contract';
import { resolveOutcomes } from '@sodate/journey/graph/resolve-outcomes';

export type NodeTypeTable = ReadonlyMap<string, DescribedNode>;

/** All that drawing a node asks of its type. */
export type NodeLookTable = ReadonlyMap<string, Pick<DescribedNode, 'title' | 'family' | 'icon' | 'outcomes'>>;

/** All exits of a node, those it no longer has while an edge leaves by them. A type that is not installed keeps the connected ones. */
export function outcomesOf({
  node,
  types,
  graph,
}: {
  node: GraphNode;
  types: NodeLookTable;
  graph: Graph;
}): readonly Outcome[] {
  const described = types.get(node.type);
  if (described === undefined) return connectedOutcomes({ graph, node: node.id });
  const outcomes = resolveOutcomes({ outcomes: described.outcomes, config: node.config });
  return [...outcomes, ...removedOutcomes({ graph, node: node.id, outcomes })];
}
