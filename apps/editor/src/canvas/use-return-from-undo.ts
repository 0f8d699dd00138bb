import { useEffect } from 'react';
import { useJourney } from '../journeys/journey-context.ts';

/** Once an added node is undone, what was selected before is selected again: the next one is then joined to it. */
export function useReturnFromUndo(): void {
  const { draft, canvas } = useJourney();
  useEffect(() => draft.subscribe(({ graph }) => canvas.returnFrom(graph.nodes)), [draft, canvas]);
}
