import { notifications } from '@mantine/notifications';
import { currentLanguage } from '../language/language.ts';
import { readErrorText } from './read-error.ts';

/** A toast that says what went wrong and how to mend it. The same text is shown once, however often it comes. */
export function showError(error: unknown): void {
  const message = readErrorText(error)[currentLanguage()];
  notifications.show({ id: message, message, color: 'danger', autoClose: 8_000 });
  // Once the line is back it says what is no longer so, over what one wants to read.
  if (!navigator.onLine) window.addEventListener('online', () => notifications.hide(message), { once: true });
}
