/** How long to wait before the next start of a part that has crashed `crashes` times in a row: 0.5 s, doubling to 30 s. */
export function backOffMs(crashes: number): number {
  return Math.min(30_000, 500 * 2 ** Math.max(0, crashes - 1));
}

/** A part that has run this long has recovered: its next crash counts as the first. */
export const recoveredAfterMs = 60_000;
