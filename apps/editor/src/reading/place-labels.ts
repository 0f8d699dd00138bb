import type { EdgeId, Position } from '@sodate/journey/graph/graph';
import type { Layout } from '../canvas/lay-out.ts';
import type { Box } from '../canvas/route-stem.ts';
import { pointOnStem } from '../canvas/stem-path.ts';

const half = { width: 22, height: 9 };
const shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] as const;
const asides = [0, -20, 20, -40, 40] as const;

/** Where the word of each edge stands: on its middle, or the nearest place where it covers no card and no other word. */
export function placeLabels({
  layout: { cards, edges },
  labelled,
}: {
  layout: Pick<Layout, 'cards' | 'edges'>;
  labelled: readonly EdgeId[];
}): ReadonlyMap<EdgeId, Position> {
  const wanted = new Set(labelled);
  const boxes = Array.from(cards.values(), ({ box }) => box);
  const words: Box[] = [];
  const places = new Map<EdgeId, Position>();
  for (const { edge, stem } of edges) {
    if (!wanted.has(edge.id)) continue;
    const tried = shares.flatMap((share) => {
      const { x, y } = pointOnStem({ stem, share });
      return asides.map((aside) => ({ x: x + aside, y }));
    });
    const free = tried.find((place) => !touchesAny({ at: place, boxes }) && !touchesAny({ at: place, boxes: words }));
    const at = free ?? pointOnStem({ stem, share: 0.5 });
    words.push(boxAround(at));
    places.set(edge.id, at);
  }
  return places;
}

function boxAround({ x, y }: Position): Box {
  return { left: x - half.width, right: x + half.width, top: y - half.height, bottom: y + half.height };
}

function touchesAny({ at, boxes }: { at: Position; boxes: readonly Box[] }): boolean {
  const { left, right, top, bottom } = boxAround(at);
  return boxes.some((box) => left < box.right && right > box.left && top < box.bottom && bottom > box.top);
}
