import { parseInstant } from '@sodate/journey/time/instant';
import type { NextTry } from '@sodate/services/effect/next-try';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { isSoon } from './is-soon.ts';
import type { texts } from './texts.ja.ts';

/** Words for a mail or call that waits for its time: when that is, and how many tries have failed before. */
export function useTryWords(): (next: NextTry) => string {
  const t = useTexts<typeof texts>('enrollments');
  const { dateTime } = useFormats();
  return ({ at, failed }) => {
    const time = isSoon(at) ? t('trySoon') : t('tryAt', { at: dateTime(parseInstant(at)) });
    return failed === 0 ? t('firstTry', { time }) : t('triesAgain', { count: failed, time });
  };
}
