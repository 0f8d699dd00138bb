import { notifications, notificationsStore } from '@mantine/notifications';
import { beforeEach, expect, it } from 'vitest';
import { lookAtHandoff, sayOfHandoff } from './handoff-toast.ts';

function tell(handoff: string, message: string): void {
  sayOfHandoff(handoff, (id) => notifications.show({ id, message }));
}

function told() {
  return notificationsStore.getState().notifications.map(({ message }) => message);
}

beforeEach(() => notifications.clean());

it('closes what was said of one hand-off once another is opened', () => {
  lookAtHandoff('first');
  tell('first', 'Next contact set');
  lookAtHandoff('first');
  expect(told()).toEqual(['Next contact set']);
  lookAtHandoff('second');
  expect(told()).toEqual([]);
});

it('says nothing of the one before that becomes known only after another was opened', () => {
  lookAtHandoff('first');
  lookAtHandoff('second');
  tell('first', 'Next contact set');
  expect(told()).toEqual([]);
  tell('second', 'Note kept');
  tell('second', 'Undone');
  expect(told()).toEqual(['Undone']);
});
