import { currentConfig } from '../graph/current-config.ts';
import type { Edge, Graph, GraphNode } from '../graph/graph.ts';
import { listNodes } from '../graph/list-nodes.ts';
import type { NodeCatalog, NodeContract, Outcome, Surroundings } from '../graph/node-contract.ts';
import type { NodeId } from '../id.ts';

export interface SurveyedNode {
  readonly node: GraphNode;
  /** Absent: the type is not installed. */
  readonly contract: NodeContract | undefined;
  readonly outcomes: readonly Outcome[];
}

/** A graph with all that the rules ask of it, worked out once. */
export interface Survey {
  readonly graph: Graph;
  readonly surroundings: Surroundings;
  /** From top to bottom, then from left to right: the order in which problems are listed. */
  readonly nodes: readonly SurveyedNode[];
  /** Edges whose two nodes are there, by the node they leave. */
  readonly leaving: ReadonlyMap<NodeId, readonly Edge[]>;
  readonly arriving: ReadonlyMap<NodeId, readonly Edge[]>;
  /** In the order of their ids. */
  readonly edges: readonly Edge[];
  readonly byId: ReadonlyMap<NodeId, SurveyedNode>;
}

export function surveyGraph({
  graph,
  catalog,
  surroundings,
}: {
  graph: Graph;
  catalog: NodeCatalog;
  surroundings: Surroundings;
}): Survey {
  const nodes = Object.values(graph.nodes)
    .sort(byPlace)
    .map((node) => surveyNode({ node, catalog }));
  const edges = Object.values(graph.edges).sort((one, other) => (one.id < other.id ? -1 : 1));
  const whole = edges.filter(({ from, to }) => graph.nodes[from] !== undefined && graph.nodes[to] !== undefined);
  return {
    graph,
    surroundings: { ...surroundings, nodes: listNodes({ graph, catalog }) },
    nodes,
    edges,
    leaving: Map.groupBy(whole, ({ from }) => from),
    arriving: Map.groupBy(whole, ({ to }) => to),
    byId: new Map(nodes.map((surveyed) => [surveyed.node.id, surveyed])),
  };
}

/** An older config is looked at as it will run: brought along by its type. */
function surveyNode({ node, catalog }: { node: GraphNode; catalog: NodeCatalog }): SurveyedNode {
  const contract = catalog.get(node.type);
  if (contract === undefined) return { node, contract, outcomes: [] };
  const config = currentConfig({ node, contract });
  return { node: { ...node, config }, contract, outcomes: contract.outcomes(config) };
}

function byPlace(one: GraphNode, other: GraphNode): number {
  return one.position.y - other.position.y || one.position.x - other.position.x || (one.id < other.id ? -1 : 1);
}
