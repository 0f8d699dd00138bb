/** Widths in a share of the font's size, from the usual Japanese and Latin system faces. */
const wide = 1;
const narrow = 0.56;

/** The text as far as it fits into `room` (in the size's unit), with "…" where it does not. An estimate: nothing is measured. */
export function fitText({ text, size, room }: { text: string; size: number; room: number }): string {
  let left = room / size;
  const letters = [...text];
  const widths = letters.map((letter) => (isWide(letter) ? wide : narrow));
  if (widths.reduce((sum, width) => sum + width, 0) <= left) return text;
  left -= wide;
  const fits = widths.findIndex((width) => {
    left -= width;
    return left < 0;
  });
  return `${letters.slice(0, Math.max(0, fits)).join('').trimEnd()}…`;
}

/** Kana, kanji, full-width forms and emoji. */
function isWide(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 0x1100 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0xff61 && code <= 0xffdc);
}
