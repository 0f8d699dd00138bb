import { edgeIdOf, type Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { drawnOutcomes } from './node-geometry.ts';
import { type NodeTypeTable, outcomesOf } from './outcomes-of.ts';

export interface OpenEnd {
  readonly node: NodeId;
  readonly outcome: string;
}

/** The one drawn exit that leads nowhere yet, where there is just one: a next node can only be meant for it. */
export function findOnlyOpenEnd({ graph, types }: { graph: Graph; types: NodeTypeTable }): OpenEnd | undefined {
  const open = Object.values(graph.nodes).flatMap((node): OpenEnd[] =>
    drawnOutcomes({ node, outcomes: outcomesOf({ node, types, graph }), graph })
      .filter(({ id }) => graph.edges[edgeIdOf({ from: node.id, outcome: id })] === undefined)
      .map(({ id }) => ({ node: node.id, outcome: id })),
  );
  return open.length === 1 ? open[0] : undefined;
}
