import { notifications } from '@mantine/notifications';

/** What a message offers to take back, while it is shown. */
interface SaidMove {
  /** Its message's, too. */
  readonly id: string;
  readonly handoffs: readonly string[];
  /** Whose they were, or 'nobody'. */
  readonly from: string;
}

const said = new Map<string, SaidMove>();

/** Keeps what the message of a move offers. What another offered of the same hand-offs would undo something else. */
export function rememberMove(move: SaidMove): void {
  forgetMoved(move.handoffs);
  said.set(move.id, move);
}

/** Nobody signs in any more as whom these were taken from: they cannot go back there. */
export function endUndoFrom(person: string): void {
  closeWhere(({ from }) => from === person);
}

/** These were given on again, or back: taking back the move that they were part of would undo something else. */
export function forgetMoved(handoffs: readonly string[]): void {
  const gone = new Set(handoffs);
  closeWhere((move) => move.handoffs.some((id) => gone.has(id)));
}

function closeWhere(ends: (move: SaidMove) => boolean): void {
  for (const move of said.values()) {
    if (!ends(move)) continue;
    notifications.hide(move.id);
    said.delete(move.id);
  }
}
