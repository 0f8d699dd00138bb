import { useState } from 'react';

export interface Paging {
  readonly page: number;
  /** Give it to the query: the key after which this page begins. */
  readonly after: string | undefined;
  toNext(next: string): void;
  toPrevious(): void;
}

/**
 * Walks through pages by key. `reset` names what the list is filtered and sorted by: when it changes, the first page is
 * shown again.
 */
export function usePaging({ reset = '' }: { reset?: string } = {}): Paging {
  const [trail, setTrail] = useState<{ of: string; keys: readonly string[] }>({ of: reset, keys: [] });
  const keys = trail.of === reset ? trail.keys : [];
  return {
    page: keys.length + 1,
    after: keys.at(-1),
    toNext: (next) => setTrail({ of: reset, keys: [...keys, next] }),
    toPrevious: () => setTrail({ of: reset, keys: keys.slice(0, -1) }),
  };
}
