import { Button } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';
import type { MailUses } from './use-mail-uses.ts';

export function ShowMoreUses({ more }: { more: MailUses['more'] }) {
  const t = useTexts<typeof texts>('mails');
  if (more === undefined) return null;
  return (
    <Button variant="default" size="xs" loading={more.busy} onClick={more.show} style={{ justifySelf: 'start' }}>
      {t('uses.more')}
    </Button>
  );
}
