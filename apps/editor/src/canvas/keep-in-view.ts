import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { useCanvas, useJourney } from '../journeys/journey-context.ts';
import { floatingOver } from './floating.ts';
import { currentLayout } from './use-layout.ts';

const margin = 16;

/** Moves the canvas just so far that the selected card is seen whole: when it is chosen, and when a panel opens. */
export function KeepInView(): null {
  const parts = useJourney();
  const { getViewport, setViewport } = useReactFlow();
  const selected = useCanvas((state) => state.selected);
  const panel = useCanvas((state) => state.panel !== undefined);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    const [only, ...more] = selected;
    if (only === undefined || more.length > 0 || width === 0) return;
    const layout = currentLayout(parts);
    const box = layout.cards.get(only)?.box ?? layout.hiddenIn.get(only)?.box;
    // A card in the hand is where the hand has it.
    if (box === undefined || Object.keys(parts.canvas.getState().dragged).length > 0) return;
    const { toolsHeight, overview } = floatingOver(width);
    const { x, y, zoom } = getViewport();
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
    if (by.x === 0 && by.y === 0) return;
    void setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration: 200 });
    parts.canvas.keepViewport({ x: x + by.x, y: y + by.y, zoom });
  }, [selected, panel, width, height, parts, getViewport, setViewport]);
  return null;
}

/** How far a span must move to lie between two bounds; the lower bound comes first where it is too long. */
function shiftOf({ from, to, low, high }: { from: number; to: number; low: number; high: number }): number {
  if (from < low) return low - from;
  return to > high ? Math.max(high - to, low - from) : 0;
}
