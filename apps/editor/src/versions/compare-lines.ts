import { findShared } from './find-shared.ts';

export interface Word {
  readonly text: string;
  /** It is not on the other side. */
  readonly marked: boolean;
}

export interface ComparedLine {
  readonly kind: 'same' | 'gone' | 'come';
  readonly words: readonly Word[];
}

/** Two texts line by line: what went stands before what came. Lines that were merely reworded show which words. */
export function compareLines({ before, after }: { before: string; after: string }): readonly ComparedLine[] {
  const [old, next] = [linesOf(before), linesOf(after)];
  const compared: ComparedLine[] = [];
  let [fromOld, fromNext] = [0, 0];
  const end = { before: old.length, after: next.length };
  for (const at of [...findShared({ before: old, after: next }), end]) {
    compared.push(...compareRun({ gone: old.slice(fromOld, at.before), come: next.slice(fromNext, at.after) }));
    const same = old[at.before];
    const words = withoutTags(same ?? '');
    if (words !== '') compared.push({ kind: 'same', words: [{ text: words, marked: false }] });
    [fromOld, fromNext] = [at.before + 1, at.after + 1];
  }
  return compared;
}

/** What stayed is there to find one's place by: the footer's conditions say nothing to a reader. */
function withoutTags(line: string): string {
  return line.replaceAll(/\{%.*?%\}/g, '').trim();
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Lines that stand between two that stayed: the first of what went beside the first of what came, and so on. */
function compareRun({ gone, come }: { gone: readonly string[]; come: readonly string[] }): readonly ComparedLine[] {
  const pairs = gone.map((line, index) => compareWords({ before: line, after: come[index] ?? '' }));
  const rest = come.slice(gone.length).map((line) => compareWords({ before: '', after: line }));
  return [...pairs, ...rest].flatMap(({ before, after }): ComparedLine[] => [
    ...(before.length === 0 ? [] : [{ kind: 'gone' as const, words: before }]),
    ...(after.length === 0 ? [] : [{ kind: 'come' as const, words: after }]),
  ]);
}

// Japanese has no spaces between its words; of other languages it finds the words as well.
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

function compareWords({ before, after }: { before: string; after: string }) {
  const [old, next] = [wordsOf(before), wordsOf(after)];
  const shared = findShared({ before: old, after: next });
  return {
    before: markAllBut({ words: old, stayed: new Set(shared.map((one) => one.before)) }),
    after: markAllBut({ words: next, stayed: new Set(shared.map((one) => one.after)) }),
  };
}

function wordsOf(line: string): readonly string[] {
  return [...segmenter.segment(line)].map(({ segment }) => segment);
}

/** Neighbours of one kind are one: a mark around each word would be hard to read. */
function markAllBut({ words, stayed }: { words: readonly string[]; stayed: ReadonlySet<number> }): readonly Word[] {
  const joined: Word[] = [];
  for (const [index, text] of words.entries()) {
    const marked = !stayed.has(index);
    const last = joined.at(-1);
    if (last?.marked === marked) joined.splice(-1, 1, { text: last.text + text, marked });
    else joined.push({ text, marked });
  }
  return joined;
}
