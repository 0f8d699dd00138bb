const kept = 5;
/** Shorter ones fit, or are not worth a cut. */
const fewest = 12;

/** The last letters of a line, and about how wide they are; none of a short one. A combined letter stays whole. */
export function endOf(words: string): { readonly start: string; readonly end: string; readonly em: number } {
  const letters = [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment);
  if (letters.length < fewest) return { start: words, end: '', em: 0 };
  const end = letters.slice(-kept);
  const em = end.reduce((sum, letter) => sum + widthOf(letter), 0);
  return { start: letters.slice(0, -kept).join(''), end: end.join(''), em: Math.round(em * 100) / 100 };
}

/** In em. Reckoned wider, it would cut what has room; narrower, the line's own cut takes over. */
function widthOf(letter: string): number {
  if (/^[ .,:;'!|()-]$/.test(letter)) return 0.3;
  return /^[\u0021-\u024f]$/.test(letter) ? 0.58 : 1;
}
