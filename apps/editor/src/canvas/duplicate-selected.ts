import type { JourneyParts } from '../journeys/journey-context.ts';
import { copyBranch } from './copied-branch.ts';
import { cardWidth } from './node-geometry.ts';
import { pasteBranch } from './paste-branch.ts';
import { selectedNodes } from './selected-nodes.ts';

/** Puts a copy of the selected nodes beside them. @returns false where nothing is selected. */
export function duplicateSelected({ draft, canvas, right }: Pick<JourneyParts, 'draft' | 'canvas' | 'right'>): boolean {
  const { graph } = draft.getState();
  const branch = copyBranch({ graph, nodes: selectedNodes({ graph, ...canvas.getState() }) });
  if (right !== 'all' || branch.nodes.length === 0) return false;
  const edge = Math.max(...branch.nodes.map(({ position }) => position.x)) + cardWidth + 20;
  const top = Math.min(...branch.nodes.map(({ position }) => position.y));
  return pasteBranch({ draft, canvas, branch, at: { x: edge, y: top } });
}
