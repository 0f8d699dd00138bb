import type { ReadableJourney } from '@sodate/services/journey/read-document';
import { useMemo } from 'react';
import type { DrawnGraph } from '../reading/reading-canvas.tsx';

/** The journey as canvas and picture take it. */
export function useDrawn({ graph, looks, summaries }: ReadableJourney): DrawnGraph {
  return useMemo(() => ({ graph, summaries, types: new Map(Object.entries(looks)) }), [graph, looks, summaries]);
}
