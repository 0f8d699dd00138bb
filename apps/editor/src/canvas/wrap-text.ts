import { letterWidth } from './letter-width.ts';

/**
 * The text in lines that fit into `room` (in the size's unit), broken where its language breaks: between words, and
 * between phrases of Japanese. A word longer than a line stays whole. An estimate: nothing is measured.
 */
export function wrapText({ text, size, room }: { text: string; size: number; room: number }): readonly string[] {
  const words = Array.from(new Intl.Segmenter('ja', { granularity: 'word' }).segment(text));
  const lines: string[] = [];
  let line = '';
  for (const { segment, isWordLike } of words) {
    // What is no word (a comma, a full stop) belongs to the word before it.
    const fits = widthOf(line + segment) * size <= room || isWordLike !== true;
    if (line === '' || fits) {
      line += segment;
      continue;
    }
    lines.push(line.trimEnd());
    line = segment;
  }
  return [...lines, line.trimEnd()];
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
}
