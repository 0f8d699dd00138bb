import { letterWidth } from './letter-width.ts';

export interface PlacedLabel {
  readonly words: string;
  /** Its middle, from the card's left edge. */
  readonly x: number;
  /** 0: the row over the handles; 1: the one above it. */
  readonly row: number;
}

export interface PlacedLabels {
  readonly size: number;
  readonly rows: number;
  readonly labels: readonly PlacedLabel[];
}

const gap = 8;
/** Smaller ones nobody reads on paper. */
const sizes = [11, 10, 9, 8, 7];

/**
 * The names of a card's exits in full, each as near to its handle as the others let it: in one row, else by turns in two, in
 * as large letters as fit. Undefined where there is no room for all, and where one row takes them as they are.
 */
export function placeLabels({
  labels,
  handles,
  width,
}: {
  labels: readonly string[];
  handles: readonly number[];
  width: number;
}): PlacedLabels | undefined {
  const share = width / Math.max(1, labels.length) - gap;
  if (labels.every((words) => widthOf(words) * 11 <= share)) return undefined;
  for (const size of sizes) {
    for (const rows of [1, 2]) {
      const placed = Array.from({ length: rows }, (_, row) => {
        const own = labels.flatMap((words, index) =>
          index % rows === row ? [{ words, row, at: handles[index] ?? 0, width: widthOf(words) * size }] : [],
        );
        return spreadOut({ labels: own, width });
      });
      if (placed.every((row) => row !== undefined)) return { size, rows, labels: placed.flat() };
    }
  }
  return undefined;
}

interface Wished {
  readonly words: string;
  readonly row: number;
  readonly at: number;
  readonly width: number;
}

/** Pushed to the right off each other, then back from the card's edge. */
function spreadOut({ labels, width }: { labels: readonly Wished[]; width: number }): PlacedLabel[] | undefined {
  const needed = labels.reduce((sum, label) => sum + label.width + gap, gap);
  if (needed > width + gap) return undefined;
  let from = gap / 2;
  const pushed = labels.map((label) => {
    const left = Math.max(from, label.at - label.width / 2);
    from = left + label.width + gap;
    return left;
  });
  let to = width - gap / 2;
  return labels
    .map((label, index) => ({ label, left: pushed[index] ?? 0 }))
    .reverse()
    .map(({ label: { words, row, width: own }, left }) => {
      const at = Math.min(left, to - own);
      to = at - gap;
      return { words, row, x: at + own / 2 };
    })
    .reverse();
}

function widthOf(words: string): number {
  return [...words].reduce((sum, letter) => sum + letterWidth(letter), 0);
}
