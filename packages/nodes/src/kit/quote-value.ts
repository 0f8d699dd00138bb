import { inspect } from 'node:util';

const longest = 120;

/** A value as its author would write it, on one line and cut: `{ ok: true }`. */
export function quoteValue(value: unknown): string {
  const written = inspect(value, { depth: 2, breakLength: Number.POSITIVE_INFINITY, maxStringLength: 60 });
  const line = written.replaceAll(/\s+/gu, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
