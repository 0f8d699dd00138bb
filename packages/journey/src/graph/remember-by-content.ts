import type { JsonObject } from '../json.ts';

/** Larger configs are worked out anew: their text would fill the memory. */
const longestText = 4_000;
const mostKept = 4_000;

/** Writing a config out costs more than most of what is asked of it, and several ask in turn. */
const texts = new WeakMap<JsonObject, string>();

/**
 * A pure function of a config that remembers what it gave for equal content: a draft is read from the database again
 * and again, and one node of a thousand has changed. What it gives is shared, so nobody may change it, nor the config.
 */
export function rememberByContent<Result>(work: (config: JsonObject) => Result): (config: JsonObject) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (config) => {
    const text = textOf(config);
    const found = known.get(text);
    if (found !== undefined) return found.result;
    const result = work(config);
    if (text.length > longestText) return result;
    if (known.size >= mostKept) known.clear();
    known.set(text, { result });
    return result;
  };
}

function textOf(config: JsonObject): string {
  const known = texts.get(config);
  if (known !== undefined) return known;
  const text = JSON.stringify(config);
  texts.set(config, text);
  return text;
}
