/** For searching: case, width (全角・半角) and hiragana against katakana do not matter. */
export function foldText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  return plain.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}
