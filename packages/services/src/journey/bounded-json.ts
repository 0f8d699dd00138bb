import type { Json } from '@sodate/journey/json';

const mostDeep = 16;
const mostText = 20_000;
const mostParts = 5_000;

/**
 * Whether a value from outside is plain data of a size that a config may have: at most 16 levels, 5,000 values, and
 * texts of 20,000 characters in all. Cheap to refuse: it stops at the first bound.
 */
export function isBoundedJson(value: unknown): value is Json {
  const left = { parts: mostParts, text: mostText };
  return fits({ value, left, depth: 0 });
}

function fits({
  value,
  left,
  depth,
}: {
  value: unknown;
  left: { parts: number; text: number };
  depth: number;
}): boolean {
  left.parts -= 1;
  if (left.parts < 0 || depth > mostDeep) return false;
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return spend({ left, text: value });
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every((item) => fits({ value: item, left, depth: depth + 1 }));
  return Object.entries(value).every(
    ([key, inner]) =>
      key !== '__proto__' && spend({ left, text: key }) && fits({ value: inner, left, depth: depth + 1 }),
  );
}

function spend({ left, text }: { left: { text: number }; text: string }): boolean {
  left.text -= text.length;
  return left.text >= 0;
}
