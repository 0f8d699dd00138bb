import { Notifications, useNotifications } from '@mantine/notifications';
import { useFirstOpened } from './use-first-opened.ts';

/** What is said in passing. It brings styles of its own, for which a browser styles the whole screen anew: so with the first. */
export function Toasts() {
  const { notifications } = useNotifications();
  return useFirstOpened(notifications.length > 0) && <Notifications position="bottom-right" />;
}
