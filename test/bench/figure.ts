/** One measured number, with what it is held against, measured in the same run on the same machine. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same work done by hand; or, where there is no other way to do it, the bound that is to hold. */
  readonly baseline: number;
  /** value / baseline; 1 where both are the same. */
  readonly ratio: number;
}

export interface BenchOptions {
  /** Shrinks the numbers of leads, and of seconds that nothing but waits: 1 is the size that is spoken of. */
  readonly scale: number;
  /** How long a soak lasts. */
  readonly minutes: number;
}

export type Bench = (options: BenchOptions) => Promise<readonly Figure[]>;

export function figure(given: Omit<Figure, 'ratio'>): Figure {
  const { value, baseline } = given;
  return { ...given, ratio: value === baseline ? 1 : value / baseline };
}

/** So many of it at this scale; never fewer than `least`. */
export function scaled({ count, scale, least = 1 }: { count: number; scale: number; least?: number }): number {
  return Math.max(least, Math.round(count * scale));
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
