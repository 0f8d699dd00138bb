import type { Graph, GraphNode } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';

export type WalkDirection = 'up' | 'down' | 'left' | 'right';

/**
 * The node that an arrow key leads to: down and up follow the edges, the leftmost first; left and right go to the
 * nearest neighbour on that side. Without edges the nearest node in that direction. Undefined: stay.
 */
export function walkGraph({
  graph,
  from,
  direction,
}: {
  graph: Graph;
  from: NodeId;
  direction: WalkDirection;
}): NodeId | undefined {
  const start = graph.nodes[from];
  if (start === undefined) return undefined;
  const along = direction === 'up' || direction === 'down' ? linked({ graph, from, direction }) : [];
  const followed = along.sort((one, other) => one.position.x - other.position.x)[0];
  return followed?.id ?? nearest({ graph, start, direction })?.id;
}

function linked({ graph, from, direction }: { graph: Graph; from: NodeId; direction: 'up' | 'down' }): GraphNode[] {
  return Object.values(graph.edges).flatMap((edge) => {
    const end = direction === 'down' ? edge.from === from && edge.to : edge.to === from && edge.from;
    const node = end === false ? undefined : graph.nodes[end];
    return node === undefined ? [] : [node];
  });
}

function nearest({
  graph,
  start,
  direction,
}: {
  graph: Graph;
  start: GraphNode;
  direction: WalkDirection;
}): GraphNode | undefined {
  const sideways = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const costs = Object.values(graph.nodes).flatMap((node) => {
    const dx = node.position.x - start.position.x;
    const dy = node.position.y - start.position.y;
    const ahead = (sideways ? dx : dy) * sign;
    // What lies aside counts threefold, so that a row is walked before the next one.
    return ahead > 1 ? [{ node, cost: ahead + 3 * Math.abs(sideways ? dy : dx) }] : [];
  });
  return costs.sort((one, other) => one.cost - other.cost)[0]?.node;
}
