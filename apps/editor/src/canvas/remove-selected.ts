import type { JourneyParts } from '../journeys/journey-context.ts';
import { selectedNodes } from './selected-nodes.ts';

/** Takes out the selected edge, or the selected nodes and notes as one step. @returns false where nothing was. */
export function removeSelected({ draft, canvas, right }: Pick<JourneyParts, 'draft' | 'canvas' | 'right'>): boolean {
  const { selected, selectedEdge } = canvas.getState();
  if (selectedEdge !== undefined) {
    canvas.selectEdge(undefined);
    return draft.dispatch({ kind: 'disconnect', edge: selectedEdge });
  }
  const { graph } = draft.getState();
  const nodes = [...selectedNodes({ graph, selected })];
  const notes = Object.values(graph.notes).filter(({ id }) => selected.has(id));
  const commands = [
    ...(nodes.length > 0 ? [{ kind: 'remove-nodes', nodes, heal: right === 'all' } as const] : []),
    ...notes.map(({ id }) => ({ kind: 'remove-note', note: id }) as const),
  ];
  if (commands.length === 0) return false;
  canvas.select([]);
  return draft.dispatch({ kind: 'batch', commands });
}
