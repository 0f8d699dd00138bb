import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { useCanvas, useJourney } from '../journeys/journey-context.ts';
import { aroundAll } from './boxes.ts';
import { selectedNodes } from './selected-nodes.ts';
import { shiftIntoView } from './shift-into-view.ts';
import { currentLayout } from './use-layout.ts';

/**
 * Moves the canvas just so far that the selected card is seen whole: when it is chosen, and when a panel opens. So for
 * all that was just put down; several that were merely selected are where somebody is looking already.
 */
export function KeepInView(): null {
  const parts = useJourney();
  const { getViewport, setViewport } = useReactFlow();
  const selected = useCanvas((state) => state.selected);
  const panel = useCanvas((state) => state.panel !== undefined);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    const { placed, dragged } = parts.canvas.getState();
    if ((selected.size > 1 && !placed) || width === 0) return;
    const layout = currentLayout(parts);
    const nodes = selectedNodes({ ...parts.draft.getState(), selected });
    const boxes = [...nodes].flatMap((id) => layout.cards.get(id)?.box ?? layout.hiddenIn.get(id)?.box ?? []);
    const box = aroundAll(boxes);
    // A card in the hand is where the hand has it.
    if (box === undefined || Object.keys(dragged).length > 0) return;
    const { x, y, zoom } = getViewport();
    const by = shiftIntoView({ box, viewport: { x, y, zoom }, width, height });
    if (by.x === 0 && by.y === 0) return;
    void setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration: 200 });
    parts.canvas.keepViewport({ x: x + by.x, y: y + by.y, zoom });
  }, [selected, panel, width, height, parts, getViewport, setViewport]);
  return null;
}
