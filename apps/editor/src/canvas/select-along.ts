import type { JourneyParts } from '../journeys/journey-context.ts';
import { type Along, findAlong } from './find-branch.ts';
import { selectedNodes } from './selected-nodes.ts';

/** Adds to the selection all that follows the selected nodes, or all that leads to them. @returns false without any. */
export function selectAlong({
  draft,
  canvas,
  along,
}: Pick<JourneyParts, 'draft' | 'canvas'> & { along: Along }): boolean {
  const { graph } = draft.getState();
  const starts = [...selectedNodes({ graph, ...canvas.getState() })];
  if (starts.length === 0) return false;
  const found = starts.flatMap((from) => [...findAlong({ graph, from, along })]);
  // What one began with stays last: arrow keys go on from there.
  const others = found.filter((id) => !starts.includes(id));
  canvas.select([...others, ...starts]);
  return true;
}
