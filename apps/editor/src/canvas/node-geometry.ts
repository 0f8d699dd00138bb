import type { Graph, GraphNode, Position } from '@sodate/journey/graph/graph';
import { edgeIdOf } from '@sodate/journey/graph/graph';
import type { Outcome } from '@sodate/journey/graph/node-contract';

export const cardWidth = 212;
export const plainHeight = 72;
export const stripHeight = 22;

/** Outcomes with a handle on the card: those that matter, and optional ones once they lead somewhere. */
export function drawnOutcomes({
  node,
  outcomes,
  graph,
}: {
  node: GraphNode;
  outcomes: readonly Outcome[];
  graph: Graph;
}): readonly Outcome[] {
  const mainOnes = outcomes.filter(({ optional }) => optional !== true);
  if (mainOnes.length === 0) return outcomes;
  return outcomes.filter(
    ({ id, optional }) => optional !== true || graph.edges[edgeIdOf({ from: node.id, outcome: id })] !== undefined,
  );
}

/** 72 high; with more than one outcome a strip with their names is added. */
export function cardHeight(outcomes: readonly Outcome[]): number {
  return outcomes.length > 1 ? plainHeight + stripHeight : plainHeight;
}

/** Where the handle of outcome `index` of `count` stands, counted from the card's left edge. */
export function handleX({ index, count }: { index: number; count: number }): number {
  return ((2 * index + 1) / (2 * count)) * cardWidth;
}

/** Where edges arrive. */
export function entryPoint(node: GraphNode): Position {
  return { x: node.position.x + cardWidth / 2, y: node.position.y };
}

/** Where an outcome's edge leaves. */
export function exitPoint({
  node,
  outcomes,
  outcome,
}: {
  node: GraphNode;
  outcomes: readonly Outcome[];
  outcome: string;
}): Position {
  const index = Math.max(
    0,
    outcomes.findIndex(({ id }) => id === outcome),
  );
  const x = node.position.x + handleX({ index, count: Math.max(1, outcomes.length) });
  return { x, y: node.position.y + cardHeight(outcomes) };
}
