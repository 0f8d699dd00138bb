import type { Json } from '../json.ts';

/** JSON with the keys of objects in order, so that equal values give equal texts. `undefined` members are left out. */
export function canonicalJson(value: Json | object): string {
  return JSON.stringify(value, (_key, member: unknown) => (isPlainObject(member) ? withSortedKeys(member) : member));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withSortedKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
