import { type EdgeId, edgeIdOf, type Graph, type GraphNode } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { sameText, type Text } from '@sodate/journey/text';
import { type NodeTypeTable, outcomesOf } from '../canvas/outcomes-of.ts';

/** An edge that leads to a node, as people name it. */
export interface Origin {
  readonly edge: EdgeId;
  readonly from: NodeId;
  readonly title: Text;
  /** Left out where the node it comes from has one exit alone. */
  readonly outcome?: Text;
}

/** What leads to a node. */
export function listOrigins({
  graph,
  types,
  node,
}: {
  graph: Graph;
  types: NodeTypeTable;
  node: NodeId;
}): readonly Origin[] {
  return Object.values(graph.edges)
    .filter(({ to }) => to === node)
    .flatMap((edge) => {
      const from = graph.nodes[edge.from];
      if (from === undefined) return [];
      const outcomes = outcomesOf({ node: from, types, graph });
      const outcome = outcomes.find(({ id }) => id === edge.outcome);
      return [
        {
          edge: edgeIdOf(edge),
          from: from.id,
          title: from.title === undefined ? titleOf({ node: from, types }) : sameText(from.title),
          ...(outcome !== undefined && outcomes.length > 1 && { outcome: outcome.label }),
        },
      ];
    });
}

function titleOf({ node, types }: { node: GraphNode; types: NodeTypeTable }): Text {
  return types.get(node.type)?.title ?? sameText(node.type);
}
