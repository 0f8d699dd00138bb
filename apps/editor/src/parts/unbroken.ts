/** Longer, it would not fit into a heading's line on a phone. */
const mostLetters = 18;

/** Somebody's name as a heading shows it: 「大川 健」 does not break at its space. For the eye alone: it is stored as it was typed. */
export function unbroken(name: string): string {
  if (name.length > mostLetters) return name;
  // The wide space has no twin that holds: a word joiner at each side does.
  return name.replaceAll(' ', '\u00a0').replaceAll('\u3000', '\u2060\u3000\u2060');
}
