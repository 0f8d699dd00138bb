import type { DescribedNode } from '@sodate/journey/graph/described-node';
import { asId, type NodeId } from '@sodate/journey/id';
import type { Json, JsonObject } from '@sodate/journey/json';
import { useCallback } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { useSurroundings } from '../journeys/surroundings-context.ts';
import { freshId } from './fresh-id.ts';
import { planAddition, type Spot } from './plan-addition.ts';

interface Addition {
  readonly described: DescribedNode;
  readonly spot: Spot;
  /** What was selected stays so: the new node needs no settings. */
  readonly quietly?: boolean;
}

/** Puts a new node of a type on the canvas and selects it. @returns its id, or undefined where it could not be added. */
export function useAddNode(): (addition: Addition) => NodeId | undefined {
  const { draft, canvas, types } = useJourney();
  const { calendars } = useSurroundings();
  const calendar = calendars[0]?.id;
  return useCallback(
    ({ described, spot, quietly = false }) => {
      const id = asId<'node'>(freshId('n_'));
      const config = withCalendar({ described, calendar });
      const node = { id, type: described.type, revision: described.revision, config };
      const command = planAddition({ graph: draft.getState().graph, types, node, described, spot });
      if (!draft.dispatch(command)) return undefined;
      canvas.addFresh(id);
      if (!quietly) canvas.selectAdded(id);
      return id;
    },
    [draft, canvas, types, calendar],
  );
}

/** The default calendar is filled in at once, so that nobody has to choose the only one there is. */
function withCalendar({ described, calendar }: { described: DescribedNode; calendar: string | undefined }): JsonObject {
  if (calendar === undefined) return described.initial;
  const missing = described.fields.filter(
    ({ key, hint, required }) => hint.kind === 'calendar' && required && described.initial[key] === undefined,
  );
  const filled: Record<string, Json> = Object.fromEntries(missing.map(({ key }) => [key, calendar]));
  return { ...described.initial, ...filled };
}
