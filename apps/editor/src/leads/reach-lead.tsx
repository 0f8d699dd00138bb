import { Button } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import type { LeadDetail } from './lead-types.ts';
import type { texts } from './texts.ja.ts';

/** On a phone: to call and to write, in reach before anything is read. Elsewhere the basics say both beside the rest. */
export function ReachLead({ detail: { phone, email } }: { detail: LeadDetail }) {
  const t = useTexts<typeof texts>('leads');
  if (useIsWide()) return null;
  return (
    <>
      {phone !== null && (
        <Button component="a" href={`tel:${phone}`} variant="default" leftSection={<Icon name="phone" />}>
          {phone}
        </Button>
      )}
      {email !== null && (
        <Button component="a" href={`mailto:${email}`} variant="default" leftSection={<Icon name="mail" />}>
          {t('writeTo')}
        </Button>
      )}
    </>
  );
}
