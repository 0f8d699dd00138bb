import { invalid } from './errors.ts';

/** Nothing that we keep is nested half as deep; what is deeper would exhaust the stack of whoever walks through it. */
const deepest = 100;

/**
 * Data from outside as PostgreSQL can keep it, otherwise unchanged: texts and names without U+0000, which neither text nor
 * jsonb holds, and with U+FFFD in place of half a surrogate pair, which jsonb refuses; objects without "__proto__".
 * @throws RequestError beyond 100 levels
 */
export function asStorable(value: unknown): unknown {
  return clean({ value, depth: 0 });
}

function clean({ value, depth }: { value: unknown; depth: number }): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) {
    const inner = inside(depth);
    return value.map((item) => clean({ value: item, depth: inner }));
  }
  if (!isPlainObject(value)) return value;
  const inner = inside(depth);
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(entries.map(([key, item]) => [cleanText(key), clean({ value: item, depth: inner })]));
}

/** One text as PostgreSQL can keep it. */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** The beginning of a text, at most `most` UTF-16 units long, that does not end within a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return text.slice(0, end);
}

function inside(depth: number): number {
  if (depth < deepest) return depth + 1;
  throw invalid({
    ja: `データの入れ子が深すぎます（${deepest}段まで）。平らにして送ってください。`,
    en: `The data is nested too deeply (at most ${deepest} levels). Send it flatter.`,
  });
}

/** Files and streams are not for us to walk through. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
