/** How the text of a file is written: what spreadsheets in Japan save, and what all others do. */
export type TextEncoding = 'UTF-8' | 'Shift_JIS';

/**
 * A file's text. Bytes that are no UTF-8 are taken for Shift_JIS, as Excel in Japan writes CSV (the browser's decoder
 * knows Microsoft's extensions of it).
 */
export function decodeText(bytes: ArrayBuffer): { text: string; encoding: TextEncoding } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('shift_jis').decode(bytes), encoding: 'Shift_JIS' };
  }
}
