const mostSlips = 2;

/** The one of `among` that differs from `word` by a slip or two of the fingers; undefined where none is that near. */
export function findNearest({ word, among }: { word: string; among: readonly string[] }): string | undefined {
  const [nearest] = among
    .map((one) => ({ one, slips: countSlips(word, one) }))
    .filter(({ slips }) => slips <= mostSlips)
    .toSorted((a, b) => a.slips - b.slips);
  return nearest?.one;
}

/** Levenshtein's distance: letters put in, left out or mistaken. */
function countSlips(from: string, to: string): number {
  let before = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const now = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (before[column] ?? 0) + (letter === other ? 0 : 1);
      now.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}
