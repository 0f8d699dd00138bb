import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Says what was done, with the button that takes it back. */
export function showUndoable({
  message,
  id = message,
  action,
  forMs,
  onUndo,
}: {
  message: string;
  /** Where the same words may be said of two things. */
  id?: string;
  /** 「元に戻す」 */
  action: string;
  /** How long it may be taken back from here. */
  forMs: number;
  onUndo: () => void;
}): void {
  const undo = () => {
    notifications.hide(id);
    onUndo();
  };
  notifications.show({
    id,
    color: 'ok',
    autoClose: forMs,
    message: (
      <Group gap="xs" justify="space-between">
        <span>{message}</span>
        <Button size="compact-sm" variant="default" onClick={undo}>
          {action}
        </Button>
      </Group>
    ),
  });
}
