import { floatingOver } from './floating.ts';
import type { Box } from './route-stem.ts';

const margin = 16;

/** How far the canvas must move, in its own pixels, for a box to be seen whole beside what floats over it; 0 where it is. */
export function shiftIntoView({
  box,
  viewport: { x, y, zoom },
  width,
  height,
}: {
  box: Box;
  viewport: { readonly x: number; readonly y: number; readonly zoom: number };
  width: number;
  height: number;
}): { readonly x: number; readonly y: number } {
  const { toolsHeight, overview } = floatingOver(width);
  const seen = {
    left: box.left * zoom + x,
    right: box.right * zoom + x,
    top: box.top * zoom + y,
    bottom: box.bottom * zoom + y,
  };
  const by = {
    x: shiftOf({ from: seen.left, to: seen.right, low: margin, high: width - margin }),
    y: shiftOf({ from: seen.top, to: seen.bottom, low: toolsHeight, high: height - margin }),
  };
  const isUnderOverview = seen.right + by.x > width - overview.width && seen.bottom + by.y > height - overview.height;
  if (isUnderOverview) by.y = Math.max(toolsHeight - seen.top, height - overview.height - seen.bottom);
  return by;
}

/** How far a span must move to lie between two bounds; the lower bound comes first where it is too long. */
function shiftOf({ from, to, low, high }: { from: number; to: number; low: number; high: number }): number {
  if (from < low) return low - from;
  return to > high ? Math.max(high - to, low - from) : 0;
}
