import { byPlace } from '../graph/by-place.ts';
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
  /** Edges that miss a node at an end, in the order of their ids. */
  readonly loose: readonly Edge[];
  readonly byId: ReadonlyMap<NodeId, SurveyedNode>;
  /** The node types that have an effect: an act names one of them. */
  readonly effects: ReadonlySet<string>;
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
  const byId = new Map(nodes.map((surveyed) => [surveyed.node.id, surveyed]));
  const leaving = new Map<NodeId, Edge[]>();
  const arriving = new Map<NodeId, Edge[]>();
  const loose: Edge[] = [];
  for (const edge of edges) {
    if (byId.has(edge.from) && byId.has(edge.to)) {
      put({ edge, under: edge.from, of: leaving });
      put({ edge, under: edge.to, of: arriving });
    } else loose.push(edge);
  }
  return {
    graph,
    surroundings: { ...surroundings, nodes: listNodes({ graph, catalog, mails: surroundings.mails }) },
    nodes,
    leaving,
    arriving,
    loose,
    byId,
    effects: new Set([...catalog.values()].flatMap(({ type, hasEffect }) => (hasEffect === true ? [type] : []))),
  };
}

function put({ edge, under, of }: { edge: Edge; under: NodeId; of: Map<NodeId, Edge[]> }): void {
  const known = of.get(under);
  if (known === undefined) of.set(under, [edge]);
  else known.push(edge);
}

/** An older config is looked at as it will run: brought along by its type. */
function surveyNode({ node, catalog }: { node: GraphNode; catalog: NodeCatalog }): SurveyedNode {
  const contract = catalog.get(node.type);
  if (contract === undefined) return { node, contract, outcomes: [] };
  const config = currentConfig({ node, contract });
  const current = config === node.config ? node : { ...node, config };
  return { node: current, contract, outcomes: contract.outcomes(config) };
}
