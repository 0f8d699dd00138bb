import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';

/** A graph's nodes as the canvas shows them: from the top down, then from the left. */
export function inReadingOrder(nodes: Graph['nodes']): readonly NodeId[] {
  const places = Object.values(nodes).map(({ id, position }) => ({ id, ...position }));
  return places.sort((one, other) => one.y - other.y || one.x - other.x).map(({ id }) => id);
}
