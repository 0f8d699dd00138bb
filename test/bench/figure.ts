/** One measured number, with what it is held against, measured in the same run on the same machine. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  /** value / baseline. */
  readonly ratio: number;
}

export type Bench = () => Promise<readonly Figure[]>;

export function figure(given: Omit<Figure, 'ratio'>): Figure {
  return { ...given, ratio: given.value / given.baseline };
}

/** Seconds that the work took: the best of several runs, so that a busy machine disturbs little. */
export function secondsOf({ work, runs = 3 }: { work: () => void; runs?: number }): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return best;
}
