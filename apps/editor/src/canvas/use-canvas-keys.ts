import type { NodeId } from '@sodate/journey/id';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { canvasMiddle } from './canvas-middle.ts';
import { focusCard } from './focus-card.ts';
import { isTypingTarget } from './is-typing-target.ts';
import { type CanvasKeyboard, pressKey } from './press-key.ts';
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
  const tidy = useTidy();
  useEffect(() => {
    const goTo = (id: NodeId) => {
      parts.canvas.select([id]);
      focusCard(id);
      const node = parts.draft.getState().graph.nodes[id];
      if (node !== undefined && !isInView({ flow, node: node.position })) {
        void flow.setCenter(node.position.x + 106, node.position.y + 36, { zoom: flow.getZoom(), duration: 200 });
      }
    };
    const keyboard: CanvasKeyboard = {
      ...parts,
      draws,
      goTo,
      tidy: () => void tidy(),
      zoomIn,
      zoomOut,
      fit: () => void flow.fitView({ maxZoom: 1, duration: 420 }),
      pointer: () => {
        const screen = pointer ?? canvasMiddle();
        return { screen, flow: flow.screenToFlowPosition(screen) };
      },
    };
    let pointer: { x: number; y: number } | undefined;
    const onPointerMove = ({ target, clientX, clientY }: PointerEvent) => {
      const over = target instanceof Element && target.closest('.react-flow') !== null;
      pointer = over ? { x: clientX, y: clientY } : undefined;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTypingTarget(event.target)) return;
      if (pressKey({ event, keyboard })) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('pointermove', onPointerMove);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('pointermove', onPointerMove);
    };
  }, [parts, draws, tidy, zoomIn, zoomOut, flow]);
}

function isInView({
  flow,
  node,
}: {
  flow: ReturnType<typeof useReactFlow>;
  node: { readonly x: number; readonly y: number };
}): boolean {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (box === undefined) return true;
  const { x, y } = flow.flowToScreenPosition(node);
  return x > box.left && y > box.top && x < box.right - 212 && y < box.bottom - 94;
}
