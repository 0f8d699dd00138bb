import { notifications, notificationsStore } from '@mantine/notifications';
import { asId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { beforeEach, expect, it, vi } from 'vitest';
import { closeMove, endUndoFrom, forgetMoved, recentMoves, rememberMove } from './recent-moves.ts';

const [one, two, three] = ['one', 'two', 'three'].map((id) => asId<'handoff'>(id));
const somebody = { id: asId<'user'>('somebody'), name: '', count: 1 };
const move = (
  id: string,
  { of, receivers = 1, from = 'former' }: { of: readonly (typeof one)[]; receivers?: number; from?: string },
) => ({
  move: {
    id,
    handoffs: of.flatMap((handoff) => handoff ?? []),
    from,
    moved: { receivers: Array.from({ length: receivers }, () => somebody), given: [] },
    undoable: true,
    at: asInstant(0),
  },
  forMs: 600_000,
});
const kept = () => recentMoves.getState().moves.map(({ id, handoffs }) => [id, ...handoffs]);

beforeEach(() => {
  vi.useFakeTimers();
  recentMoves.setState({ moves: [] });
  notifications.clean();
});

it('offers no undo of what was moved again since, and closes the message that did', () => {
  notifications.show({ id: 'first', message: '' });
  rememberMove(move('first', { of: [one, two] }));
  rememberMove(move('second', { of: [two, three] }));
  expect(kept()).toEqual([
    ['second', 'two', 'three'],
    ['first', 'one'],
  ]);
  expect(notificationsStore.getState().notifications).toEqual([]);
  forgetMoved(['one']);
  expect(kept()).toEqual([['second', 'two', 'three']]);
});

it('offers it for as long as it can be done', () => {
  rememberMove(move('first', { of: [one] }));
  vi.advanceTimersByTime(599_000);
  expect(kept()).toEqual([['first', 'one']]);
  vi.advanceTimersByTime(1_000);
  expect(kept()).toEqual([]);
});

it('keeps which went to whom when it can be done no longer, until that is closed', () => {
  rememberMove(move('shared', { of: [one, two], receivers: 2 }));
  vi.advanceTimersByTime(600_000);
  expect(recentMoves.getState().moves).toMatchObject([{ id: 'shared', undoable: false }]);
  closeMove('shared');
  expect(kept()).toEqual([]);
});

it('offers no undo that would give something back to somebody deactivated since', () => {
  rememberMove(move('theirs', { of: [one], from: 'gone' }));
  rememberMove(move('others', { of: [two] }));
  endUndoFrom('gone');
  expect(kept()).toEqual([['others', 'two']]);
});
