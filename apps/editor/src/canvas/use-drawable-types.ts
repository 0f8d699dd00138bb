import type { DescribedNode } from '@sodate/journey/graph/described-node';
import { useMemo } from 'react';
import { useJourney } from '../journeys/journey-context.ts';

/** The node types that the signed-in person may put on the canvas, in the palette's order. */
export function useDrawableTypes(): readonly DescribedNode[] {
  const { types, right } = useJourney();
  return useMemo(() => {
    const all = [...types.values()];
    if (right === 'all') return all;
    return right === 'sales' ? all.filter(({ family }) => family === 'sales') : [];
  }, [types, right]);
}
