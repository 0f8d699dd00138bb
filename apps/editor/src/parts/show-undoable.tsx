import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Long enough to read it and to reach the button; held while the pointer or the focus is on it. */
const shownForMs = 25_000;

/** Says what was done, with the button that takes it back. What can be taken back for longer is offered on the screen, too. */
export function showUndoable({
  message,
  id = message,
  action,
  hint,
  onUndo,
}: {
  message: string;
  /** Where the same words may be said of two things. */
  id?: string;
  /** 「元に戻す」 */
  action: string;
  /** 「10分以内」 */
  hint?: string;
  onUndo: () => void;
}): void {
  const undo = () => {
    notifications.hide(id);
    onUndo();
  };
  notifications.show({
    id,
    color: 'ok',
    autoClose: shownForMs,
    className: 'undoable',
    message: (
      <Group gap="xs" justify="space-between">
        <span>
          {message} {hint !== undefined && <small className="muted">{hint}</small>}
        </span>
        <Button size="compact-sm" variant="default" onClick={undo}>
          {action}
        </Button>
      </Group>
    ),
  });
}
