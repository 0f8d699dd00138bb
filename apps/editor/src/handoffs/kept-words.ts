type Reader = () => void;

/** What is being written, by key: one place for all forms that show it, backed by the tab's storage. */
export interface KeptWords {
  /** The same object until it changes; undefined: nothing is being written. */
  read(key: string): unknown;
  write(given: { readonly key: string; readonly value: unknown }): void;
  /** Has `reader` called after each change. Gives what ends that. */
  subscribe(reader: Reader): () => void;
}

/** `storage` is asked for each time: a browser may forbid even that. */
export function keptWords(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptWords {
  const readers = new Set<Reader>();
  const known = new Map<string, unknown>();
  const stored = (key: string): unknown => {
    try {
      return JSON.parse(storage().getItem(key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  };
  return {
    read(key) {
      if (!known.has(key)) known.set(key, stored(key));
      return known.get(key);
    },
    write({ key, value }) {
      known.set(key, value);
      try {
        if (value === undefined) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(value));
      } catch {
        // Storage that is full or forbidden: what was typed is kept until the page is loaded anew.
      }
      for (const reader of readers) reader();
    },
    subscribe(reader) {
      readers.add(reader);
      return () => readers.delete(reader);
    },
  };
}
