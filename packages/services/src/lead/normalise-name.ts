/** A name or other single line as we store it: NFKC (half-width kana become full width), blanks as one space. */
export function normaliseName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}
