import { foldText } from '../canvas/fold-text.ts';

/** Whether each word asked for stands somewhere in what something is called, or may be called. */
export function matchWords({ words, query }: { words: string; query: string }): boolean {
  const folded = foldText(words);
  return query
    .split(/\s+/)
    .map(foldText)
    .every((word) => folded.includes(word));
}
