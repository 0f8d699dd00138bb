import { diffArrays } from 'diff';

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
  const compared: ComparedLine[] = [];
  let gone: readonly string[] = [];
  let come: readonly string[] = [];
  const takeIn = () => {
    compared.push(...compareRun({ gone, come }));
    gone = [];
    come = [];
  };
  for (const { value, kind } of compare({ before: linesOf(before), after: linesOf(after) })) {
    if (kind === 'gone') gone = value;
    else if (kind === 'come') come = value;
    else {
      takeIn();
      const words = value.map(withoutTags).filter((line) => line !== '');
      compared.push(...words.map((text) => ({ kind, words: [{ text, marked: false }] })));
    }
  }
  takeIn();
  return compared;
}

interface Run {
  readonly kind: ComparedLine['kind'];
  readonly value: readonly string[];
}

/** More differences than a browser finds without a pause: then one is shown whole, and the other after it. */
const mostDifferences = 4_000;

function compare({ before, after }: { before: readonly string[]; after: readonly string[] }): readonly Run[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: mostDifferences });
  if (changes === undefined)
    return [
      { kind: 'gone', value: before },
      { kind: 'come', value: after },
    ];
  return changes.map((change) => ({ kind: kindOf(change), value: change.value }));
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

function kindOf({ added, removed }: { added: boolean; removed: boolean }): Run['kind'] {
  if (removed) return 'gone';
  return added ? 'come' : 'same';
}

function compareWords({ before, after }: { before: string; after: string }) {
  const runs = compare({ before: wordsOf(before), after: wordsOf(after) });
  const without = (left: Run['kind']) =>
    runs
      .filter(({ kind }) => kind !== left)
      .map(({ kind, value }): Word => ({ text: value.join(''), marked: kind !== 'same' }));
  return { before: without('come'), after: without('gone') };
}

function wordsOf(line: string): readonly string[] {
  return [...segmenter.segment(line)].map(({ segment }) => segment);
}
