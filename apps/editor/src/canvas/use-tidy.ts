import { useCallback } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { useShowWhole } from './use-show-whole.ts';

/** Lays the journey out anew as one step of undo, and shows the whole of it. The layout's code is loaded on demand. */
export function useTidy(): () => Promise<void> {
  const { draft, types } = useJourney();
  const showWhole = useShowWhole();
  return useCallback(async () => {
    const { tidyGraph } = await import('./tidy-graph.ts');
    if (draft.dispatch(tidyGraph({ graph: draft.getState().graph, types }))) {
      requestAnimationFrame(() => showWhole({ durationMs: 420 }));
    }
  }, [draft, types, showWhole]);
}
