import { isJsonObject, type Json, type JsonObject } from '../json.ts';

export type Path = readonly (string | number)[];

/** `undo` sets the place back, exactly: the shallowest place that differs, and what stood there. */
export type PathSet =
  | { readonly kind: 'set'; readonly value: Json; readonly undo: { readonly path: Path; readonly value?: Json } }
  | { readonly kind: 'place-missing' };

const missing: PathSet = { kind: 'place-missing' };

/**
 * Plain data with one place set, or cleared where `value` is undefined. Missing objects on the way are made; a number
 * indexes a list, one past its end appends, and clearing an index takes the item out. Clearing what is not there does
 * nothing. Shares all that is not on the path.
 */
export function setPath({ root, path, value }: { root: Json; path: Path; value: Json | undefined }): PathSet {
  const [part, ...rest] = path;
  if (part === undefined) {
    return value === undefined ? missing : { kind: 'set', value, undo: { path: [], value: root } };
  }
  if (Array.isArray(root)) return setIndex({ list: root, part, rest, value });
  if (!isJsonObject(root) || typeof part !== 'string' || part === '__proto__') return missing;
  return setKey({ object: root, key: part, rest, value });
}

function setKey({
  object,
  key,
  rest,
  value,
}: {
  object: JsonObject;
  key: string;
  rest: Path;
  value: Json | undefined;
}): PathSet {
  const old = Object.hasOwn(object, key) ? object[key] : undefined;
  if (rest.length === 0) {
    const undo = { path: [key], ...(old === undefined ? {} : { value: old }) };
    if (value !== undefined) return { kind: 'set', value: { ...object, [key]: value }, undo };
    return { kind: 'set', value: withoutKey({ object, key }), undo };
  }
  if (old === undefined) {
    if (value === undefined) return { kind: 'set', value: object, undo: { path: [key] } };
    const made = setPath({ root: typeof rest[0] === 'number' ? [] : {}, path: rest, value });
    if (made.kind !== 'set') return missing;
    return { kind: 'set', value: { ...object, [key]: made.value }, undo: { path: [key] } };
  }
  const inner = setPath({ root: old, path: rest, value });
  if (inner.kind !== 'set') return missing;
  return { kind: 'set', value: { ...object, [key]: inner.value }, undo: under(key, inner.undo) };
}

function setIndex({
  list,
  part,
  rest,
  value,
}: {
  list: readonly Json[];
  part: string | number;
  rest: Path;
  value: Json | undefined;
}): PathSet {
  if (typeof part !== 'number' || !Number.isInteger(part) || part < 0 || part > list.length) return missing;
  const old = list[part];
  if (rest.length > 0) {
    if (old === undefined) return missing;
    const inner = setPath({ root: old, path: rest, value });
    if (inner.kind !== 'set') return missing;
    return { kind: 'set', value: list.with(part, inner.value), undo: under(part, inner.undo) };
  }
  if (value === undefined) {
    if (old === undefined) return missing;
    // Setting the index back would overwrite its neighbour: the whole list is put back.
    return { kind: 'set', value: list.toSpliced(part, 1), undo: { path: [], value: list } };
  }
  if (old === undefined) return { kind: 'set', value: [...list, value], undo: { path: [part] } };
  return { kind: 'set', value: list.with(part, value), undo: { path: [part], value: old } };
}

function under(part: string | number, undo: { path: Path; value?: Json }): { path: Path; value?: Json } {
  return { ...undo, path: [part, ...undo.path] };
}

function withoutKey({ object, key }: { object: JsonObject; key: string }): JsonObject {
  const { [key]: _, ...rest } = object;
  return rest;
}
