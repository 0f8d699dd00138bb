import { Button } from '@mantine/core';
import type { JourneyId } from '@sodate/journey/id';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';
import { useMayRestore } from './use-may-restore.ts';

/** Who has seen what the draft changes goes on to publishing from here, which stands over the canvas. */
export function ToPublish({ journey }: { journey: JourneyId }) {
  const t = useTexts<typeof texts>('versions');
  if (!useMayRestore()) return null;
  return (
    <Button
      renderRoot={(root) => <Link {...root} to="/journeys/$journey" params={{ journey }} search={{ publish: true }} />}
    >
      {t('toPublish')}
    </Button>
  );
}
