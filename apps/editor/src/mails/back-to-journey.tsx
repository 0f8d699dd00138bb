import { useTexts } from '../language/use-texts.ts';
import { BackLink } from '../parts/back-link.tsx';
import type { texts } from './texts.ja.ts';

export interface JourneyPlace {
  readonly journey: string;
  readonly node: string | undefined;
}

/** The way back to the journey that the mail is written for, and to its node there. */
export function BackToJourney({ origin: { journey, node } }: { origin: JourneyPlace }) {
  const t = useTexts<typeof texts>('mails');
  return (
    <BackLink to="/journeys/$journey" params={{ journey }} search={node === undefined ? {} : { node }}>
      {t('backToJourney')}
    </BackLink>
  );
}
