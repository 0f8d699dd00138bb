import type { Graph, Position } from '@sodate/journey/graph/graph';
import { cardWidth, plainHeight, stripHeight } from './node-geometry.ts';

const columnGap = 20;

/** The wished place, or the next one to the right of it that covers no card. */
export function placeFreely({ graph, wished }: { graph: Graph; wished: Position }): Position {
  const nodes = Object.values(graph.nodes);
  const height = plainHeight + stripHeight;
  let place = wished;
  for (;;) {
    const inTheWay = nodes.find(
      ({ position }) =>
        Math.abs(position.x - place.x) < cardWidth + columnGap && Math.abs(position.y - place.y) < height,
    );
    if (inTheWay === undefined) return place;
    place = { x: inTheWay.position.x + cardWidth + columnGap, y: place.y };
  }
}
