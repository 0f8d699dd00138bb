import type { GraphNode } from './graph.ts';

/** Orders nodes as they are read on the canvas: from top to bottom, then from left to right. */
export function byPlace(one: GraphNode, other: GraphNode): number {
  return one.position.y - other.position.y || one.position.x - other.position.x || (one.id < other.id ? -1 : 1);
}
