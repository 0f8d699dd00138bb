/** A letter's width in a share of the font's size, from the usual Japanese and Latin system faces. */
export function letterWidth(letter: string): number {
  return isWide(letter) ? 1 : 0.56;
}

/** Kana, kanji, full-width forms and emoji. */
function isWide(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 0x1100 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0xff61 && code <= 0xffdc);
}
