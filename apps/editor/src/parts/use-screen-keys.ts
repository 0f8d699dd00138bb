import { useHotkeys } from '@mantine/hooks';
import { isDialogOpen } from './is-dialog-open.ts';
import { isTypingTarget } from './is-typing-target.ts';

/** Keys of a screen, which a field, a menu or a dialog that is open keeps for itself, and of which one that is held counts once. */
export function useScreenKeys(keys: Readonly<Record<string, () => void>>): void {
  useHotkeys(
    Object.entries(keys).map(([key, press]) => [
      key,
      (event) => {
        if (!event.repeat && !isTypingTarget(event.target) && !isDialogOpen()) press();
      },
    ]),
  );
}
