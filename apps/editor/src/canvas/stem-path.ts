import type { Position } from '@sodate/journey/graph/graph';
import { cardWidth } from './node-geometry.ts';

/** A stem: leaves and arrives vertically, its control points at 0.58 of the drop. */
export interface Stem {
  readonly from: Position;
  readonly to: Position;
  /** An upright stretch that it takes to get around cards: from `top` to `bottom` in the direction it runs. */
  readonly via?: { readonly x: number; readonly top: number; readonly bottom: number };
}

type Cubic = readonly [Position, Position, Position, Position];

/** SVG path data. Upward edges (loops) turn around below and above the cards, so that they do not hide behind them. */
export function stemPath(stem: Stem): string {
  const { from, to } = stem;
  if (stem.via === undefined && from.x === to.x && to.y > from.y) return `M${from.x} ${from.y}V${to.y}`;
  const curves = curvesOf(stem).map(([, one, two, end]) => `C${one.x} ${one.y} ${two.x} ${two.y} ${end.x} ${end.y}`);
  return `M${from.x} ${from.y}${curves.join('')}`;
}

/** The point at `share` (0 to 1) of the stem: in the middle of its upright stretch where it has one. */
export function pointOnStem({ stem, share }: { stem: Stem; share: number }): Position {
  const curves = curvesOf(stem);
  const place = Math.min(share, 1) * curves.length;
  const index = Math.min(Math.floor(place), curves.length - 1);
  const curve = curves[index];
  return curve === undefined ? stem.to : pointOnCubic({ curve, share: place - index });
}

const samplesEach = 16;

/** Points along the stem, close enough to each other that no card lies between two of them. */
export function samplesOf(stem: Stem): readonly Position[] {
  return curvesOf(stem).flatMap((curve) => {
    const [start, , , end] = curve;
    const count = Math.max(samplesEach, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / 24));
    return Array.from({ length: count + 1 }, (_, index) => pointOnCubic({ curve, share: index / count }));
  });
}

/** How far a point lies from the stem, in the canvas's units. */
export function distanceToStem({ stem, point }: { stem: Stem; point: Position }): number {
  let least = Number.POSITIVE_INFINITY;
  for (const on of samplesOf(stem)) least = Math.min(least, Math.hypot(on.x - point.x, on.y - point.y));
  return least;
}

/** Straight and short enough that the count stands beside it rather than on it. */
export function isShortAndStraight({ from, to, via }: Stem): boolean {
  return via === undefined && Math.abs(from.x - to.x) < 2 && to.y > from.y && to.y - from.y <= 48;
}

/** The least drop that a stem can take without turning around, and how far aside a card straight below may be entered. */
const leastDrop = 6;
const straightBelow = cardWidth / 2;

/** Whether a stem runs down without turning around: to the card straight below it does over the narrowest gap. */
export function isFalling({ from, to }: Pick<Stem, 'from' | 'to'>): boolean {
  const drop = to.y - from.y;
  return drop >= leastDrop || (drop > 0 && Math.abs(to.x - from.x) <= straightBelow);
}

function pointOnCubic({ curve: [a, b, c, d], share }: { curve: Cubic; share: number }): Position {
  const rest = 1 - share;
  const mix = (axis: 'x' | 'y') =>
    rest ** 3 * a[axis] + 3 * rest ** 2 * share * b[axis] + 3 * rest * share ** 2 * c[axis] + share ** 3 * d[axis];
  return { x: mix('x'), y: mix('y') };
}

function curvesOf({ from, to, via }: Stem): readonly Cubic[] {
  if (via === undefined) return [isFalling({ from, to }) ? fall({ from, to }) : swing({ from, to })];
  const top = { x: via.x, y: via.top };
  const bottom = { x: via.x, y: via.bottom };
  return [bend({ from, to: top, turn: 1 }), fall({ from: top, to: bottom }), bend({ from: bottom, to, turn: -1 })];
}

function fall({ from, to }: Stem): Cubic {
  const drop = to.y - from.y;
  return [from, { x: from.x, y: from.y + drop * 0.58 }, { x: to.x, y: to.y - drop * 0.58 }, to];
}

/** Between a card and an upright stretch: down where there is a drop, else around in a U below (1) or above (-1). */
function bend({ from, to, turn }: Stem & { turn: 1 | -1 }): Cubic {
  if (to.y - from.y >= 1) return fall({ from, to });
  const y = from.y + turn * Math.min(60, 20 + Math.abs(to.x - from.x) * 0.3);
  return [from, { x: from.x, y }, { x: to.x, y }, to];
}

function swing({ from, to }: Stem): Cubic {
  const reach = Math.min(220, 60 + Math.abs(to.y - from.y) * 0.4);
  const side = to.x >= from.x ? 150 : -150;
  return [from, { x: from.x + side, y: from.y + reach }, { x: to.x + side, y: to.y - reach }, to];
}
