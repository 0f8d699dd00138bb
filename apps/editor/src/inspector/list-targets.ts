import { byPlace } from '@sodate/journey/graph/by-place';
import type { Graph, GraphNode } from '@sodate/journey/graph/graph';
import type { NodeTypeTable } from '../canvas/outcomes-of.ts';

/** The nodes that `from` may lead to, as they are read on the canvas; first those below it, where a way mostly goes. */
export function listTargets({
  graph,
  types,
  from,
}: {
  graph: Graph;
  types: NodeTypeTable;
  from: GraphNode;
}): readonly GraphNode[] {
  const isAbove = ({ position }: GraphNode) => Number(position.y < from.position.y);
  return Object.values(graph.nodes)
    .filter(({ id, type }) => id !== from.id && types.get(type)?.isTrigger !== true)
    .sort((one, other) => isAbove(one) - isAbove(other) || byPlace(one, other));
}
