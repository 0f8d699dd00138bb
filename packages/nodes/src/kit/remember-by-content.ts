import type { JsonObject } from '@sodate/journey/json';

/** Larger configs are worked out anew: their text would fill the memory. */
const longestKey = 4_000;
const mostKept = 4_000;

/**
 * A pure function of a config that remembers what it gave for equal content: a draft is read from the database again
 * and again, and one node of a thousand has changed. What it gives is shared, so nobody may change it.
 */
export function rememberByContent<Result>(work: (config: JsonObject) => Result): (config: JsonObject) => Result {
  const known = new Map<string, Result>();
  return (config) => {
    const key = JSON.stringify(config);
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = work(config);
    if (key.length > longestKey) return result;
    if (known.size >= mostKept) known.clear();
    known.set(key, result);
    return result;
  };
}
