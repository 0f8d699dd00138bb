import type { NodeId } from '@sodate/journey/id';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { hasOwnUndo } from '../parts/has-own-undo.ts';
import { isTypingTarget } from '../parts/is-typing-target.ts';
import { canvasMiddle } from './canvas-middle.ts';
import { duplicateSelected } from './duplicate-selected.ts';
import { focusCard } from './focus-card.ts';
import { type CanvasKeyboard, isUndoOrRedo, pressKey } from './press-key.ts';
import { currentLayout } from './use-layout.ts';
import { usePointer } from './use-pointer.ts';
import { useShowWhole } from './use-show-whole.ts';
import { useTidy } from './use-tidy.ts';

/** The canvas by keyboard. Keys count wherever the focus is, but in fields, menus and dialogs. */
export function useCanvasKeys({
  draws,
  zoomIn,
  zoomOut,
}: {
  draws: boolean;
  zoomIn: () => void;
  zoomOut: () => void;
}): void {
  const parts = useJourney();
  const flow = useReactFlow();
  const pointer = usePointer();
  const tidy = useTidy();
  const showWhole = useShowWhole();
  useEffect(() => {
    const goTo = (id: NodeId) => {
      const hidden = currentLayout(parts).hiddenIn.get(id)?.group;
      parts.canvas.select(hidden?.nodes ?? [id]);
      focusCard(hidden?.id ?? id);
    };
    const keyboard: CanvasKeyboard = {
      ...parts,
      draws,
      goTo,
      tidy: () => void tidy(),
      zoomIn,
      zoomOut,
      duplicate: () => duplicateSelected(parts),
      fit: () => showWhole({ durationMs: 420 }),
      pointer: () => {
        const screen = pointer() ?? canvasMiddle();
        return { screen, flow: flow.screenToFlowPosition(screen) };
      },
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (isUndoOrRedo(event) ? hasOwnUndo(event.target) : isTypingTarget(event.target)) return;
      if (pressKey({ event, keyboard })) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [parts, draws, tidy, showWhole, zoomIn, zoomOut, flow, pointer]);
}
