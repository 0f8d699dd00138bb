import { useState } from 'react';

export interface Selection {
  readonly picked: ReadonlySet<string>;
  /** All that match the list's filter, on other pages too. */
  readonly all: boolean;
  has(key: string): boolean;
  toggle(key: string): void;
  togglePage(keys: readonly string[]): void;
  pickAll(): void;
  clear(): void;
}

interface Picked {
  readonly of: string;
  readonly keys: ReadonlySet<string>;
  readonly all: boolean;
}

/** Which rows of a list are picked. `reset` names what the list is filtered by: when it changes, nothing is picked. */
export function useSelection({ reset }: { reset: string }): Selection {
  const [state, setState] = useState<Picked>({ of: reset, keys: new Set(), all: false });
  const now = state.of === reset ? state : { of: reset, keys: new Set<string>(), all: false };
  const set = (keys: ReadonlySet<string>) => setState({ of: reset, keys, all: false });
  const has = (key: string) => now.all || now.keys.has(key);
  return {
    picked: now.keys,
    all: now.all,
    has,
    toggle: (key) => set(now.keys.has(key) ? without(now.keys, [key]) : new Set([...now.keys, key])),
    togglePage: (keys) => set(keys.every(has) ? without(now.keys, keys) : new Set([...now.keys, ...keys])),
    pickAll: () => setState({ of: reset, keys: now.keys, all: true }),
    clear: () => set(new Set()),
  };
}

function without(keys: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  return new Set([...keys].filter((key) => !gone.includes(key)));
}
