import { expect, it } from 'vitest';
import { compareLines } from './compare-lines.ts';

/** As a person reads it: ‑ and + before lines, [ ] around the words that differ. */
function read({ before, after }: { before: string; after: string }): readonly string[] {
  const signs = { same: ' ', gone: '-', come: '+' };
  return compareLines({ before, after }).map(
    ({ kind, words }) => signs[kind] + words.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''),
  );
}

it('shows which words of a line went and which came, and leaves the others as they are', () => {
  const before = 'お世話になっております。\n資料を3日以内にお送りします。\n\n青木商店';
  const after = 'お世話になっております。\n資料を5日以内にお送りします。\n青木商店';
  expect(read({ before, after })).toEqual([
    ' お世話になっております。',
    '-資料を[3]日以内にお送りします。',
    '+資料を[5]日以内にお送りします。',
    ' 青木商店',
  ]);
});

it('shows a condition where it changed, and leaves it out of what stayed', () => {
  const foot = '{% if a %}Address\n{% endif %}';
  expect(read({ before: `{% if a %}one\n${foot}`, after: `{% if b %}one\n${foot}` })).toEqual([
    '-{% if [a] %}one',
    '+{% if [b] %}one',
    ' Address',
  ]);
});

it('tells a line that was put in, and one that was taken out', () => {
  expect(read({ before: 'one\ntwo\nthree', after: 'one\nthree\nfour' })).toEqual([
    ' one',
    '-[two]',
    ' three',
    '+[four]',
  ]);
});

it('finds nothing in what is the same, and all of it in what is new', () => {
  expect(read({ before: 'a\nb', after: 'a\n\nb ' })).toEqual([' a', ' b']);
  expect(read({ before: '', after: 'a' })).toEqual(['+[a]']);
  expect(read({ before: '', after: '' })).toEqual([]);
});

it('gives up on what would take too long, and shows the one and then the other', () => {
  const long = (word: string) => Array.from({ length: 2_100 }, (_, at) => `${word} ${at}`).join('\n');
  const lines = compareLines({ before: long('old'), after: long('new') });
  expect(lines.map(({ kind }) => kind).filter((kind) => kind === 'same')).toEqual([]);
  expect(lines).toHaveLength(4_200);
});
