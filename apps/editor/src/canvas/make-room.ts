import type { Command } from '@sodate/journey/edit/command';
import type { Graph, Position } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { findAlong } from './find-branch.ts';

/** Moves a node and what follows below it down, so that the node's top is at `downTo`; undefined where it is already. */
export function makeRoom({
  graph,
  from,
  downTo,
}: {
  graph: Graph;
  from: NodeId;
  downTo: number;
}): Extract<Command, { kind: 'move-nodes' }> | undefined {
  const first = graph.nodes[from];
  if (first === undefined || first.position.y >= downTo) return undefined;
  const drop = downTo - first.position.y;
  const to: Record<NodeId, Position> = {};
  for (const id of findAlong({ graph, from, along: 'down' })) {
    const node = graph.nodes[id];
    if (node === undefined || node.position.y < first.position.y) continue;
    to[id] = { x: node.position.x, y: node.position.y + drop };
  }
  return { kind: 'move-nodes', to };
}
