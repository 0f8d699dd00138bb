/** Things by their share; shares need not sum to 1. */
export type Weighed<Item> = readonly [readonly [Item, number], ...(readonly [Item, number])[]];

/** Chance with a memory: the same seed gives the same choices in the same order. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  chance(share: number): boolean;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  weigh<Item>(items: Weighed<Item>): Item;
}

/** Mulberry32: 32 bits of state, ample for believable people. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (share) => next() < share,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    weigh: (items) => {
      let left = next() * items.reduce((sum, [, share]) => sum + share, 0);
      for (const [item, share] of items) {
        left -= share;
        if (left < 0) return item;
      }
      return items[0][0];
    },
  };
}
