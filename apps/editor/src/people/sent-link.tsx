import { Alert, Button, Group, Stack } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import { CopyField } from '../parts/copy-field.tsx';
import type { texts } from './texts.ja.ts';

/** What became of the mail with a link, and the link itself, to be passed on by hand. */
export function SentLink({
  email,
  link,
  mailError,
  madeUp,
  onClose,
}: {
  email: string;
  link: string;
  mailError: string | null;
  madeUp: boolean;
  onClose?: () => void;
}) {
  const t = useTexts<typeof texts>('people');
  const mailed = mailError === null ? t('mailed', { email }) : t('notMailed');
  return (
    <Stack gap="sm">
      <Alert color={mailError === null ? 'ok' : 'warn'} role="status">
        {madeUp ? t('madeUpLink') : mailed}
        {mailError !== null && <p>{t('mailServerSaid', { error: mailError })}</p>}
      </Alert>
      <CopyField value={link} label={t('link')} />
      <p className="muted">{t('linkSecret')}</p>
      {onClose !== undefined && (
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('close')}</Button>
        </Group>
      )}
    </Stack>
  );
}
