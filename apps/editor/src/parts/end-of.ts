const kept = 5;
/** Shorter ones fit, or are not worth a cut. */
const fewest = 12;

/** The last letters of a line, and how wide they are at most; none of a short one. A combined letter stays whole. */
export function endOf(words: string): { readonly start: string; readonly end: string; readonly em: number } {
  const letters = [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment);
  if (letters.length < fewest) return { start: words, end: '', em: 0 };
  const end = letters.slice(-kept);
  const em = end.reduce((sum, letter) => sum + (/^[\u0020-\u024f]$/.test(letter) ? 0.65 : 1.05), 0);
  return { start: letters.slice(0, -kept).join(''), end: end.join(''), em: Math.round(em * 100) / 100 };
}
