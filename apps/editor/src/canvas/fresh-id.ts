const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A short id, unique in its journey: the prefix and eight random letters. */
export function freshId(prefix: 'n_' | 'note_' | 'group_' | ''): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return prefix + Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
}
