import type { Position } from '@sodate/journey/graph/graph';

/** A stem: leaves and arrives vertically, its control points at 0.58 of the drop. */
export interface Stem {
  readonly from: Position;
  readonly to: Position;
}

/** SVG path data. Upward edges (loops) swing out to the side, so that they do not hide behind the cards. */
export function stemPath(stem: Stem): string {
  const [, one, two] = controlPoints(stem);
  const { from, to } = stem;
  if (from.x === to.x && to.y > from.y) return `M${from.x} ${from.y}V${to.y}`;
  return `M${from.x} ${from.y}C${one.x} ${one.y} ${two.x} ${two.y} ${to.x} ${to.y}`;
}

/** The point at `share` (0 to 1) of the curve's parameter. */
export function pointOnStem({ stem, share }: { stem: Stem; share: number }): Position {
  const [a, b, c, d] = controlPoints(stem);
  const rest = 1 - share;
  const mix = (axis: 'x' | 'y') =>
    rest ** 3 * a[axis] + 3 * rest ** 2 * share * b[axis] + 3 * rest * share ** 2 * c[axis] + share ** 3 * d[axis];
  return { x: mix('x'), y: mix('y') };
}

const samples = 24;

/** How far a point lies from the stem, in the canvas's units. */
export function distanceToStem({ stem, point }: { stem: Stem; point: Position }): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index <= samples; index++) {
    const on = pointOnStem({ stem, share: index / samples });
    least = Math.min(least, Math.hypot(on.x - point.x, on.y - point.y));
  }
  return least;
}

/** Straight and short enough that the count stands beside it rather than on it. */
export function isShortAndStraight({ from, to }: Stem): boolean {
  return Math.abs(from.x - to.x) < 2 && to.y > from.y && to.y - from.y <= 48;
}

function controlPoints({ from, to }: Stem): readonly [Position, Position, Position, Position] {
  const drop = to.y - from.y;
  if (drop >= 20) {
    return [from, { x: from.x, y: from.y + drop * 0.58 }, { x: to.x, y: to.y - drop * 0.58 }, to];
  }
  const reach = Math.min(220, 60 + Math.abs(drop) * 0.4);
  const side = to.x >= from.x ? 150 : -150;
  return [from, { x: from.x + side, y: from.y + reach }, { x: to.x + side, y: to.y - reach }, to];
}
