import type { Json } from '../json.ts';
import type { ConfigPath } from './described-node.ts';

/** The value at a place in plain data; undefined where there is none. */
export function readPath({ value, path }: { value: Json | undefined; path: ConfigPath }): Json | undefined {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Readonly<Record<string | number, Json>>)[part];
  }
  return found;
}
