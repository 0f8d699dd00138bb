import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { boxesOf } from './boxes.ts';
import { findWholeView } from './find-whole-view.ts';
import { floatingOver } from './floating.ts';
import { currentLayout } from './use-layout.ts';

/** Shows the whole journey, and nothing of it under what floats over the canvas; at once where no duration is given. */
export function useShowWhole(): (how?: { durationMs: number }) => void {
  const parts = useJourney();
  const store = useStoreApi();
  const { setViewport } = useReactFlow();
  return useCallback(
    ({ durationMs } = { durationMs: 0 }) => {
      const { width, height } = store.getState();
      const view = findWholeView({
        boxes: boxesOf(currentLayout(parts)),
        window: { width, height, floating: floatingOver(width) },
      });
      if (view === undefined || width === 0) return;
      void setViewport(view, { duration: durationMs });
      parts.canvas.keepViewport(view);
    },
    [parts, store, setViewport],
  );
}
