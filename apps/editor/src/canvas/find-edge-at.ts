import type { Edge, Position } from '@sodate/journey/graph/graph';
import type { Layout } from './lay-out.ts';
import { distanceToStem } from './stem-path.ts';

/** The edge under a point, at most `reach` away; the nearest of several. */
export function findEdgeAt({
  layout,
  point,
  reach,
}: {
  layout: Layout;
  point: Position;
  reach: number;
}): Edge | undefined {
  let nearest: { edge: Edge; distance: number } | undefined;
  for (const { edge, stem } of layout.edges) {
    const distance = distanceToStem({ stem, point });
    if (distance <= reach && (nearest === undefined || distance < nearest.distance)) nearest = { edge, distance };
  }
  return nearest?.edge;
}
