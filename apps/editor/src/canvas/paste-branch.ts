import type { Position } from '@sodate/journey/graph/graph';
import type { JourneyParts } from '../journeys/journey-context.ts';
import { type CopiedBranch, planPaste } from './copied-branch.ts';
import { freshId } from './fresh-id.ts';
import { placeBranchFreely } from './place-freely.ts';

/** Puts a copied branch down where it covers no card, and selects it: one step of undo. @returns false where it does not apply. */
export function pasteBranch({
  draft,
  canvas,
  branch,
  at,
}: Pick<JourneyParts, 'draft' | 'canvas'> & { branch: CopiedBranch; at: Position }): boolean {
  const { graph } = draft.getState();
  const free = placeBranchFreely({ graph, branch: branch.nodes, wished: at });
  const command = planPaste({ graph, branch, at: free, newId: () => freshId('n_') });
  if (!draft.dispatch(command)) return false;
  canvas.selectPlaced(command.nodes.map(({ id }) => id));
  return true;
}
