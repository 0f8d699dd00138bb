import { notifications } from '@mantine/notifications';

/** Says briefly that something was done: 「保存しました」. */
export function showSaved(message: string): void {
  notifications.show({ id: message, message, color: 'ok', autoClose: 2_500 });
}
