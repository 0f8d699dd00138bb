import { Notifications, useNotifications } from '@mantine/notifications';
import { useFirstOpened } from './use-first-opened.ts';

/** What is said in passing. Its own styles have a browser style the whole screen anew: they come with the first thing said. */
export function Toasts() {
  const { notifications } = useNotifications();
  return useFirstOpened(notifications.length > 0) && <Notifications position="bottom-right" />;
}
