import { randomId } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';

let shown: string | undefined;

/** The id of what is said next of the hand-off in sight: it takes the place of what was said of it before. */
export function nextHandoffToast(): string {
  closeHandoffToast();
  shown = randomId('handoff-');
  return shown;
}

/** Over another hand-off it would read as if it were said of that one. */
export function closeHandoffToast(): void {
  if (shown !== undefined) notifications.hide(shown);
  shown = undefined;
}
