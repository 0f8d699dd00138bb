import { useTexts } from '../language/use-texts.ts';
import { BackLink } from '../parts/back-link.tsx';
import type { texts } from './texts.ja.ts';

/** The way back to the journey that the mail is written for. */
export function BackToJourney({ journey }: { journey: string }) {
  const t = useTexts<typeof texts>('mails');
  return (
    <BackLink to="/journeys/$journey" params={{ journey }}>
      {t('backToJourney')}
    </BackLink>
  );
}
