import { letterWidth } from './letter-width.ts';

/** The text as far as it fits into `room` (in the size's unit), with "…" where it does not. An estimate: nothing is measured. */
export function fitText({ text, size, room }: { text: string; size: number; room: number }): string {
  let left = room / size;
  const letters = [...text];
  const widths = letters.map(letterWidth);
  if (widths.reduce((sum, width) => sum + width, 0) <= left) return text;
  left -= letterWidth('長');
  const fits = widths.findIndex((width) => {
    left -= width;
    return left < 0;
  });
  return `${letters.slice(0, Math.max(0, fits)).join('').trimEnd()}…`;
}
