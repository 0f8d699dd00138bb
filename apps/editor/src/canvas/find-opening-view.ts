import type { Viewport } from '@xyflow/react';
import { aroundAll } from './boxes.ts';
import { findWholeView, type Window } from './find-whole-view.ts';
import type { Box } from './route-stem.ts';

/** Smaller than this the titles of cards are hard to read. */
export const readableZoom = 0.65;
/** A narrower canvas, as on a phone, is for finding one's way: it shows the whole at any size. */
export const leastWidthToBegin = 768;

/** How much of its width and height a view must show, of the journey or of itself, to be opened again. */
const wellFilled = 0.75;

/**
 * Where a journey opens: as it was left, where that shows enough of it; else whole, where it can be read so; else at the
 * card that it begins with. Undefined: the view stays.
 */
export function findOpeningView({
  boxes,
  first,
  window,
  left,
}: {
  boxes: readonly Box[];
  /** The card that it begins with; absent: there is none. */
  first: Box | undefined;
  window: Window;
  /** As it was left the last time. */
  left: Viewport | undefined;
}): Viewport | undefined {
  const whole = findWholeView({ boxes, window });
  if (whole === undefined) return undefined;
  const canBeRead = whole.zoom >= readableZoom || window.width < leastWidthToBegin;
  if (left !== undefined && isWellFilled({ boxes, window, view: left })) return undefined;
  if (canBeRead || first === undefined) return whole;
  return beginAt({ first, window });
}

function beginAt({ first, window }: { first: Box; window: Window }): Viewport {
  const middle = (first.left + first.right) / 2;
  return {
    x: window.width / 2 - middle * readableZoom,
    y: window.floating.toolsHeight - first.top * readableZoom,
    zoom: readableZoom,
  };
}

/** Whether some card is whole in sight, and no large part of the window is empty while cards lie outside it. */
function isWellFilled({ boxes, window, view }: { boxes: readonly Box[]; window: Window; view: Viewport }): boolean {
  const seen = boxes.map((box) => onScreen({ box, view }));
  const all = aroundAll(seen);
  const isIn = (box: Box) => box.left >= 0 && box.top >= 0 && box.right <= window.width && box.bottom <= window.height;
  if (all === undefined || !seen.some(isIn)) return false;
  const across = shareSeen({ from: all.left, to: all.right, length: window.width });
  const down = shareSeen({ from: all.top, to: all.bottom, length: window.height });
  return across >= wellFilled && down >= wellFilled;
}

function onScreen({ box, view: { x, y, zoom } }: { box: Box; view: Viewport }): Box {
  return {
    left: box.left * zoom + x,
    right: box.right * zoom + x,
    top: box.top * zoom + y,
    bottom: box.bottom * zoom + y,
  };
}

/** 1: all of it is in the window, or all of the window shows it. */
function shareSeen({ from, to, length }: { from: number; to: number; length: number }): number {
  const seen = Math.min(to, length) - Math.max(from, 0);
  return seen / Math.max(1, Math.min(to - from, length));
}
