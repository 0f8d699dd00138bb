import { useTexts } from '../language/use-texts.ts';
import type { PassageStep } from './passage-types.ts';
import type { texts } from './texts.ja.ts';
import { useNotSentWords } from './use-not-sent-words.ts';

/** Words a value that was seen at a step: why a mail was not sent is a code there. */
export function useFactValues(): (seen: PassageStep['seen'][number]) => string {
  const t = useTexts<typeof texts>('enrollments');
  const wordNotSent = useNotSentWords();
  return ({ fact, value }) => {
    if (value === null) return t('nothing');
    return (fact === 'not-sent' ? wordNotSent(value) : undefined) ?? String(value);
  };
}
