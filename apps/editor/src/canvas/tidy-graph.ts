import dagre from '@dagrejs/dagre';
import type { Command } from '@sodate/journey/edit/command';
import type { Graph, Position } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { cardHeight, cardWidth, drawnOutcomes } from './node-geometry.ts';
import { type NodeTypeTable, outcomesOf } from './outcomes-of.ts';

/** Lays all nodes out from above down, edges in the order of their outcomes. One step of undo. Load it lazily. */
export function tidyGraph({
  graph,
  types,
}: {
  graph: Graph;
  types: NodeTypeTable;
}): Extract<Command, { kind: 'move-nodes' }> {
  const layout = new dagre.graphlib.Graph({ multigraph: true });
  layout.setGraph({ rankdir: 'TB', nodesep: 20, ranksep: 42, edgesep: 20, marginx: 0, marginy: 0 });
  const nodes = Object.values(graph.nodes).sort((one, other) => one.position.x - other.position.x);
  for (const node of nodes) {
    const outcomes = drawnOutcomes({ node, outcomes: outcomesOf({ node, types, graph }), graph });
    layout.setNode(node.id, { width: cardWidth, height: cardHeight(outcomes) });
    for (const { id } of outcomes) {
      const edge = graph.edges[`${node.id}/${id}` as keyof Graph['edges']];
      if (edge !== undefined) layout.setEdge(edge.from, edge.to, {}, edge.outcome);
    }
  }
  dagre.layout(layout);
  const to: Record<NodeId, Position> = {};
  for (const { id } of nodes) {
    const { x, y, height } = layout.node(id) as { x: number; y: number; height: number };
    to[id] = { x: Math.round(x - cardWidth / 2), y: Math.round(y - height / 2) };
  }
  return { kind: 'move-nodes', to };
}
