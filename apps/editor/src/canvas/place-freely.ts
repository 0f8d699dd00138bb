import type { Graph, Position } from '@sodate/journey/graph/graph';
import { cardWidth, plainHeight, stripHeight } from './node-geometry.ts';

const columnGap = 20;

/** The wished place of a branch's upper left corner, or the next one to the right of it where none of its cards covers another. */
export function placeBranchFreely({
  graph,
  branch,
  wished,
}: {
  graph: Graph;
  branch: readonly { readonly position: Position }[];
  wished: Position;
}): Position {
  const left = Math.min(...branch.map(({ position }) => position.x));
  const top = Math.min(...branch.map(({ position }) => position.y));
  let at = wished;
  for (;;) {
    const pushed = branch.map(({ position }) => {
      const own = { x: position.x - left + at.x, y: position.y - top + at.y };
      return placeFreely({ graph, wished: own }).x - own.x;
    });
    const by = Math.max(...pushed);
    if (by === 0) return at;
    at = { x: at.x + by, y: at.y };
  }
}

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
