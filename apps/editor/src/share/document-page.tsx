import { SegmentedControl } from '@mantine/core';
import type { JourneyId } from '@sodate/journey/id';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import { useJourneyHead } from '../journeys/use-journey-head.ts';
import { useTexts } from '../language/use-texts.ts';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { trpc } from '../server/trpc.ts';
import { JourneyDocument } from './journey-document.tsx';
import type { texts } from './texts.ja.ts';

const from = '/journeys/$journey/document';

/** A journey as a document, for those who are signed in: what is published, or the draft. */
export function DocumentPage() {
  const { journey } = useParams({ from });
  return (
    <Suspense fallback={<PendingScreen />}>
      <Document journey={journey as JourneyId} />
    </Suspense>
  );
}

function Document({ journey }: { journey: JourneyId }) {
  const t = useTexts<typeof texts>('share');
  const { version } = useJourneyHead({ journey });
  const { side = version ?? 'draft' } = useSearch({ from });
  const navigate = useNavigate({ from });
  const { data } = useSuspenseQuery(trpc.journeys.document.queryOptions({ journey, side }));
  const mails = useMemo(() => ({ kind: 'journey', journey, side }) as const, [journey, side]);
  const published = typeof side === 'number' ? side : version;
  return (
    <JourneyDocument journey={data} mails={mails}>
      <Link className="link" to="/journeys/$journey" params={{ journey }}>
        {t('back')}
      </Link>
      {published !== null && (
        <SegmentedControl
          size="xs"
          aria-label={t('which')}
          value={String(side)}
          onChange={(next) =>
            void navigate({ search: { side: next === 'draft' ? next : Number(next) }, replace: true })
          }
          data={[
            { value: String(published), label: t('published', { number: published }) },
            { value: 'draft', label: t('draft') },
          ]}
        />
      )}
    </JourneyDocument>
  );
}
