import { Notifications, notifications, useNotifications } from '@mantine/notifications';
import i18next from 'i18next';
import { useEffect } from 'react';
import { useFirstOpened } from './use-first-opened.ts';

/** More would cover what one works at. */
const mostShown = 2;

/**
 * What is said in passing. Its own styles have a browser style the whole screen anew: they come with the first thing said.
 * At the left of the foot: what saves or goes on stands at the right, and titles and ways out at the head. On a phone, where
 * the foot has no left, at the head.
 */
export function Toasts() {
  const { notifications: shown } = useNotifications();
  useEffect(() => {
    for (const { id } of shown.slice(0, -mostShown)) if (id !== undefined) notifications.hide(id);
  }, [shown]);
  useEffect(() => {
    // They were worded when they were shown.
    const close = () => notifications.clean();
    i18next.on('languageChanged', close);
    return () => i18next.off('languageChanged', close);
  }, []);
  return useFirstOpened(shown.length > 0) && <Notifications position="bottom-left" />;
}
