import type { Position } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { useCallback } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { freshId } from './fresh-id.ts';

const size = { width: 226, height: 120 };

/** Sticks a note on the canvas, its middle at a point, and selects it. */
export function useAddNote(): (middle: Position) => void {
  const { draft, canvas } = useJourney();
  return useCallback(
    ({ x, y }) => {
      const id = asId<'note'>(freshId('note_'));
      const position = { x: Math.round(x - size.width / 2), y: Math.round(y - size.height / 2) };
      draft.dispatch({ kind: 'put-note', note: { id, position, size, text: '' } });
      canvas.select([id]);
    },
    [draft, canvas],
  );
}
