import { notifications } from '@mantine/notifications';
import type { HandoffId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import type { MovedHandoffs } from '@sodate/services/person/move-handoffs';
import { createStore } from 'zustand';

/** A move of several hand-offs that one made oneself: which went to whom, and the way back while there is one. */
export interface RecentMove {
  /** Its message's, too. */
  readonly id: string;
  readonly handoffs: readonly HandoffId[];
  /** Whose they were, or 'nobody'. */
  readonly from: string;
  readonly moved: Pick<MovedHandoffs, 'receivers' | 'given'>;
  readonly undoable: boolean;
  readonly at: Instant;
}

const mostKept = 3;

/** The newest first. A message passes: what it offers is kept here, for the screens that moves are made from. */
export const recentMoves = createStore<{ readonly moves: readonly RecentMove[] }>(() => ({ moves: [] }));

/**
 * Keeps a move, to be taken back for as long as the server lets one; after that, where several got something, to be looked
 * at until one closes it. What was moved before by another is that one's no more.
 */
export function rememberMove({ move, forMs }: { move: RecentMove; forMs: number }): void {
  forgetMoved(move.handoffs);
  recentMoves.setState(({ moves }) => ({ moves: [move, ...moves].slice(0, mostKept) }));
  if (move.undoable) setTimeout(() => endUndoWhere(({ id }) => id === move.id), forMs);
}

/** Nobody signs in any more as whom these were taken from: they cannot go back there. */
export function endUndoFrom(person: string): void {
  endUndoWhere(({ from }) => from === person);
}

function endUndoWhere(ends: (move: RecentMove) => boolean): void {
  const { moves } = recentMoves.getState();
  for (const { id } of moves.filter(ends)) notifications.hide(id);
  const left = moves.map((move) => (ends(move) ? { ...move, undoable: false } : move));
  recentMoves.setState({ moves: left.filter((move) => move.undoable || isShared(move)) });
}

/** Where it went to one alone, there is nothing to look up. */
export function isShared({ moved }: Pick<RecentMove, 'moved'>): boolean {
  return moved.receivers.length > 1;
}

/** One has seen what there was to see. */
export function closeMove(id: string): void {
  recentMoves.setState(({ moves }) => ({ moves: moves.filter((move) => move.id !== id) }));
}

/** These were given on again, or back: taking back the move that they were part of would undo something else. */
export function forgetMoved(handoffs: readonly string[]): void {
  const gone = new Set<string>(handoffs);
  const { moves } = recentMoves.getState();
  const touched = moves.filter((move) => move.handoffs.some((id) => gone.has(id)));
  for (const { id } of touched) notifications.hide(id);
  const left = moves.map((move) => ({ ...move, handoffs: move.handoffs.filter((id) => !gone.has(id)) }));
  recentMoves.setState({ moves: left.filter((move) => move.handoffs.length > 0) });
}
