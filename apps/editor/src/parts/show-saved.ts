import { notifications } from '@mantine/notifications';

/** Says briefly that something was done: 「保存しました」; longer where there is more to read. */
export function showSaved(message: string, { id = message, forMs = 2_000 } = {}): void {
  notifications.show({ id, message, color: 'ok', autoClose: forMs });
}
