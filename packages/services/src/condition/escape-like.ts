/** Text that stands for itself in a LIKE pattern. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
}

/** A pattern where `*` stands for any run of characters, as a LIKE pattern. */
export function wildcardToLike(pattern: string): string {
  return escapeLike(pattern).replaceAll('*', '%');
}
