import { Button } from '@mantine/core';
import type { JourneyHead } from '@sodate/services/journey/get-journey';
import { lazy, Suspense } from 'react';
import { useCanvas, useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';
import { usePublish } from './use-publish.ts';

const PublishDialog = lazy(async () => ({ default: (await import('./publish-dialog.tsx')).PublishDialog }));

/** Leads to publishing, where there is something new to publish. */
export function PublishButton({ head }: { head: JourneyHead }) {
  const t = useTexts<typeof texts>('publishing');
  const { canvas } = useJourney();
  const { can, open } = usePublish({ head });
  const opened = useCanvas(({ asking }) => asking === 'publish');
  return (
    <>
      <Button onClick={open} disabled={!can}>
        {t('toPublish')}
      </Button>
      {opened && (
        <Suspense>
          <PublishDialog onClose={() => canvas.ask(undefined)} />
        </Suspense>
      )}
    </>
  );
}
