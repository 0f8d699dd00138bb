import { notifications, notificationsStore } from '@mantine/notifications';
import { beforeEach, expect, it } from 'vitest';
import { endUndoFrom, forgetMoved, rememberMove } from './recent-moves.ts';

const shown = () => notificationsStore.getState().notifications.map(({ id }) => id);

function say({ id, handoffs, from = 'former' }: { id: string; handoffs: readonly string[]; from?: string }) {
  rememberMove({ id, handoffs, from });
  notifications.show({ id, message: '' });
}

beforeEach(() => {
  notifications.clean();
});

it('closes the message that offers to undo what was moved again since', () => {
  say({ id: 'first', handoffs: ['one', 'two'] });
  say({ id: 'second', handoffs: ['two', 'three'] });
  expect(shown()).toEqual(['second']);
  forgetMoved(['one']);
  expect(shown()).toEqual(['second']);
  forgetMoved(['three']);
  expect(shown()).toEqual([]);
});

it('offers no undo that would give something back to somebody deactivated since', () => {
  say({ id: 'theirs', handoffs: ['one'], from: 'gone' });
  say({ id: 'others', handoffs: ['two'] });
  endUndoFrom('gone');
  expect(shown()).toEqual(['others']);
});
