import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { JourneyDocument } from './journey-document.tsx';
import { RefusedShare } from './refused-share.tsx';
import type { texts } from './texts.ja.ts';
import { useSharedJourney } from './use-shared-journey.ts';

/** The document of a journey, for whoever has a share link. */
export function SharedDocument() {
  const { token } = useParams({ from: '/share/$token/document' });
  return (
    <Suspense fallback={<PendingScreen />}>
      <Shared token={token} />
    </Suspense>
  );
}

function Shared({ token }: { token: string }) {
  const t = useTexts<typeof texts>('share');
  const opened = useSharedJourney({ token });
  const mails = useMemo(() => ({ kind: 'share', token }) as const, [token]);
  if (opened.kind !== 'good') return <RefusedShare kind={opened.kind} />;
  return (
    <JourneyDocument journey={opened.journey} mails={mails}>
      <Link className="link" to="/share/$token" params={{ token }}>
        {t('toCanvas')}
      </Link>
      <LanguageSwitch />
    </JourneyDocument>
  );
}
