import type { UnclearEffect } from '@sodate/services/effect/list-unclear-effects';
import { useTexts } from '../language/use-texts.ts';
import type { sendWords } from './send-words.ts';
import type { texts } from './texts.ja.ts';

type Word = keyof typeof sendWords | (typeof sendWords)[keyof typeof sendWords][number] | 'drop' | 'said' | 'doneAgain';

/** Words how a send stands and what can be said of it: a mail arrives, what a node of another system does is done. */
export function useSendWord(): (given: {
  send: Pick<UnclearEffect, 'title'>;
  word: Word;
  values?: Readonly<Record<string, string>>;
}) => string {
  const t = useTexts<typeof texts>('sends');
  return ({ send: { title }, word, values }) => t(title === null ? word : `call.${word}`, values);
}
