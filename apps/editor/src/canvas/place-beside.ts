import type { Position } from '@sodate/journey/graph/graph';
import type { Box } from './route-stem.ts';

const gap = 8;

/**
 * The upper left corner of something that floats, as near as can be to where it was asked for: inside `within`, and over
 * none of `keep` where there is such a place. All in pixels of the window.
 */
export function placeBeside({
  at,
  size,
  keep,
  within,
}: {
  at: Position;
  size: { readonly width: number; readonly height: number };
  keep: readonly Box[];
  within: Box;
}): Position {
  const most = { x: within.right - gap - size.width, y: within.bottom - gap - size.height };
  const asked = {
    x: Math.max(within.left + gap, Math.min(at.x, most.x)),
    y: Math.max(within.top + gap, Math.min(at.y, most.y)),
  };
  // The nearest free place touches a box, or is where it was asked for.
  const columns = [asked.x, ...keep.flatMap(({ left, right }) => [left - gap - size.width, right + gap])];
  const rows = [asked.y, ...keep.flatMap(({ top, bottom }) => [top - gap - size.height, bottom + gap])];
  const free = columns
    .flatMap((x) => rows.map((y) => ({ x, y })))
    .filter(({ x, y }) => x >= within.left && y >= within.top && x <= most.x + gap && y <= most.y + gap)
    .filter((place) => !keep.some((box) => covers({ place, size, box })));
  const distance = ({ x, y }: Position) => Math.hypot(x - asked.x, y - asked.y);
  return free.toSorted((one, other) => distance(one) - distance(other))[0] ?? asked;
}

function covers({
  place: { x, y },
  size: { width, height },
  box: { left, right, top, bottom },
}: {
  place: Position;
  size: { readonly width: number; readonly height: number };
  box: Box;
}): boolean {
  return x < right && x + width > left && y < bottom && y + height > top;
}
