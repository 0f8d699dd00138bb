import type { NodeId } from '@sodate/journey/id';
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { focusCard } from './focus-card.ts';
import { cardWidth, plainHeight } from './node-geometry.ts';
import { currentLayout } from './use-layout.ts';

const moveMs = 420;
/** Below this a card cannot be read. */
const leastZoom = 0.8;

type ShowNode = (node: NodeId, options?: { readonly takesKeyboard: boolean }) => void;

/** Selects a node, brings it to the middle of the canvas, out of a folded group too, and gives it the keyboard. */
export function useShowNode(): ShowNode {
  const parts = useJourney();
  const { setCenter, getZoom } = useReactFlow();
  return useCallback(
    (id, { takesKeyboard } = { takesKeyboard: true }) => {
      const { canvas, draft } = parts;
      const node = draft.getState().graph.nodes[id];
      if (node === undefined) return;
      const hidden = currentLayout(parts).hiddenIn.get(id)?.group;
      if (hidden !== undefined) canvas.toggleGroup(hidden.id);
      canvas.select([id]);
      const { x, y } = node.position;
      const move = () =>
        setCenter(x + cardWidth / 2, y + plainHeight / 2, { zoom: Math.max(getZoom(), leastZoom), duration: moveMs });
      const goesOn = watchPresses();
      // After the canvas has kept the selection in view by a move of its own, which this one overtakes.
      const arrive = () => goesOn() || !takesKeyboard || focusCard(id);
      requestAnimationFrame(() => requestAnimationFrame(() => void move().then(arrive)));
    },
    [parts, setCenter, getZoom],
  );
}

/** Gives whether anything was pressed since: who works in the settings already keeps the keyboard there. */
function watchPresses(): () => boolean {
  const over = new AbortController();
  let pressed = false;
  const note = () => {
    pressed = true;
  };
  for (const press of ['pointerdown', 'keydown'] as const)
    document.addEventListener(press, note, { capture: true, signal: over.signal });
  return () => {
    over.abort();
    return pressed;
  };
}
