import { Notifications, useNotifications } from '@mantine/notifications';
import { useFirstOpened } from './use-first-opened.ts';

/**
 * What is said in passing. Its own styles have a browser style the whole screen anew: they come with the first thing said.
 * In the middle: what saves or goes on stands at the right.
 */
export function Toasts() {
  const { notifications } = useNotifications();
  return useFirstOpened(notifications.length > 0) && <Notifications position="bottom-center" />;
}
