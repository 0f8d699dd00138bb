import { notifications } from '@mantine/notifications';
import type { HandoffId, UserId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { createStore } from 'zustand';

/** A move of several hand-offs that one made oneself, while it can be taken back at once. */
export interface RecentMove {
  /** Its message's, too. */
  readonly id: string;
  readonly handoffs: readonly HandoffId[];
  readonly receivers: readonly UserId[];
  readonly at: Instant;
}

/** The newest first. A message passes: what it offers is kept here, for the screens that moves are made from. */
export const recentMoves = createStore<{ readonly moves: readonly RecentMove[] }>(() => ({ moves: [] }));

/** Keeps a move for as long as the server lets one take it back. What was moved before by another is that one's no more. */
export function rememberMove({ move, forMs }: { move: RecentMove; forMs: number }): void {
  forgetMoved(move.handoffs);
  recentMoves.setState(({ moves }) => ({ moves: [move, ...moves] }));
  setTimeout(() => recentMoves.setState(({ moves }) => ({ moves: moves.filter(({ id }) => id !== move.id) })), forMs);
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
