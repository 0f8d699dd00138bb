import { notifications, notificationsStore } from '@mantine/notifications';
import { asId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { beforeEach, expect, it, vi } from 'vitest';
import { forgetMoved, recentMoves, rememberMove } from './recent-moves.ts';

const [one, two, three] = ['one', 'two', 'three'].map((id) => asId<'handoff'>(id));
const move = (id: string, handoffs: readonly (typeof one)[]) => ({
  move: { id, handoffs: handoffs.flatMap((handoff) => handoff ?? []), receivers: [], at: asInstant(0) },
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
  rememberMove(move('first', [one, two]));
  rememberMove(move('second', [two, three]));
  expect(kept()).toEqual([
    ['second', 'two', 'three'],
    ['first', 'one'],
  ]);
  expect(notificationsStore.getState().notifications).toEqual([]);
  forgetMoved(['one']);
  expect(kept()).toEqual([['second', 'two', 'three']]);
});

it('offers it for as long as it can be done', () => {
  rememberMove(move('first', [one]));
  vi.advanceTimersByTime(599_000);
  expect(kept()).toEqual([['first', 'one']]);
  vi.advanceTimersByTime(1_000);
  expect(kept()).toEqual([]);
});
