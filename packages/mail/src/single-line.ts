// Line breaks of every kind, and what mail headers must not hold: C0 and C1 controls, bidirectional overrides.
const forbidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** One clean line: a header's value can then not become two headers. At most `limit` characters. */
export function singleLine(text: string, { limit = 500 }: { limit?: number } = {}): string {
  return text.replaceAll(forbidden, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, limit);
}
