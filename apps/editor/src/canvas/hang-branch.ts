import type { GraphNode, Position } from '@sodate/journey/graph/graph';
import { cardWidth, plainHeight } from './node-geometry.ts';

/** Where the upper left corner of a branch comes to lie when it hangs from a point by the middle of its uppermost card. */
export function hangBranch({
  branch,
  point,
}: {
  branch: readonly Pick<GraphNode, 'position'>[];
  point: Position;
}): Position {
  const places = branch.map(({ position }) => position);
  const [head] = places.toSorted((one, other) => one.y - other.y || one.x - other.x);
  const left = Math.min(...places.map(({ x }) => x));
  const aside = head === undefined ? 0 : head.x - left;
  return { x: Math.round(point.x - aside - cardWidth / 2), y: Math.round(point.y - plainHeight / 2) };
}
