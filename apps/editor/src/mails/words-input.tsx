import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useChipWords } from './use-chip-words.ts';
import type { WordsFieldProps } from './words-field.tsx';

const WordsField = lazy(() => import('./words-field.tsx').then(({ WordsField: field }) => ({ default: field })));

/** A field for words with variables in them. */
export function WordsInput(props: Omit<WordsFieldProps, 'chips'>) {
  const chips = useChipWords();
  return (
    <Suspense fallback={<Skeleton height={props.lines === 'one' ? 32 : 64} />}>
      <WordsField {...props} chips={chips} />
    </Suspense>
  );
}
