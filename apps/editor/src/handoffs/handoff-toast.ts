import { randomId } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';

let inSight: string | undefined;
let shown: string | undefined;

/** From now on this one is looked at: what was said of another before would read as if it were said of this one. */
export function lookAtHandoff(handoff: string): void {
  if (handoff !== inSight) closeHandoffToast();
  inSight = handoff;
}

/**
 * Says something of a hand-off under the id that `say` is given, in the place of what was said before; nothing where
 * another has been opened by then, as on a slow line.
 */
export function sayOfHandoff(handoff: string, say: (id: string) => void): void {
  if (inSight !== undefined && handoff !== inSight) return;
  closeHandoffToast();
  shown = randomId('handoff-');
  say(shown);
}

function closeHandoffToast(): void {
  if (shown !== undefined) notifications.hide(shown);
  shown = undefined;
}
