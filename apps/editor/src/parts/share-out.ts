/**
 * Whole per cents that sum to 100, in the order given: the largest remainders are rounded up (Hare–Niemeyer). All 0 where
 * there is nothing to share.
 */
export function shareOut(parts: readonly number[]): readonly number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (100 * part) / sum);
  const left = 100 - exact.reduce((total, share) => total + Math.floor(share), 0);
  const byRemainder = exact.map((share, place) => ({ place, rest: share % 1 })).toSorted((a, b) => b.rest - a.rest);
  const up = new Set(byRemainder.slice(0, left).map(({ place }) => place));
  return exact.map((share, place) => Math.floor(share) + (up.has(place) ? 1 : 0));
}
