import { getViewportForBounds, type Viewport } from '@xyflow/react';
import { aroundAll } from './boxes.ts';
import type { Floating } from './floating.ts';
import type { Box } from './route-stem.ts';

export interface Window {
  readonly width: number;
  readonly height: number;
  readonly floating: Floating;
}

export const leastZoom = 0.05;
export const margin = 24;

/**
 * The nearest view of all boxes in which none lies under what floats over the canvas. Room is left for the overview only
 * where something would lie under it, beside it or above it, whichever shows more. Undefined where there are no boxes.
 */
export function findWholeView({ boxes, window }: { boxes: readonly Box[]; window: Window }): Viewport | undefined {
  const around = aroundAll(boxes);
  if (around === undefined) return undefined;
  const { width, height, floating } = window;
  const bounds = {
    x: around.left,
    y: around.top,
    width: around.right - around.left,
    height: around.bottom - around.top,
  };
  const viewOf = ({ right = margin, bottom = margin }: { right?: number; bottom?: number }) =>
    getViewportForBounds(bounds, width, height, leastZoom, 1, {
      top: `${floating.toolsHeight}px`,
      left: `${margin}px`,
      right: `${right}px`,
      bottom: `${bottom}px`,
    });
  const free = viewOf({});
  if (!boxes.some((box) => isUnderOverview({ box, view: free, window }))) return free;
  const [above, beside] = [viewOf({ bottom: floating.overview.height }), viewOf({ right: floating.overview.width })];
  return beside.zoom > above.zoom ? beside : above;
}

function isUnderOverview({ box, view, window }: { box: Box; view: Viewport; window: Window }): boolean {
  const { overview } = window.floating;
  const right = box.right * view.zoom + view.x;
  const bottom = box.bottom * view.zoom + view.y;
  return right > window.width - overview.width && bottom > window.height - overview.height;
}
