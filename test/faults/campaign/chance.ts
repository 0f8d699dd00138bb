/** Chance that can be repeated: the same seed gives the same row of numbers. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number;
  /** At least `from`, below `to`. */
  between(range: { readonly from: number; readonly to: number }): number;
  pick<Value>(values: readonly Value[]): Value;
  /** Picks one of the values, each as likely as its weight says. */
  weigh<Value>(weighted: readonly (readonly [number, Value])[]): Value;
  /** A source of its own, which depends on the seed and the name alone: who asks when does not matter. */
  fork(name: string | number): Chance;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a test. */
export function createChance(seed: string | number): Chance {
  let state = hash(String(seed));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <Value>(values: readonly Value[]): Value => {
    const [picked] = values.slice(Math.floor(next() * values.length));
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
  return {
    next,
    between: ({ from, to }) => from + next() * (to - from),
    pick,
    weigh: (weighted) => {
      let left = next() * weighted.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of weighted) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(weighted.map(([, value]) => value));
    },
    fork: (name) => createChance(`${seed}/${name}`),
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
