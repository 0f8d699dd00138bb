const yes = ['はい', '有', 'あり', '○', '〇', 'true', 'yes', 'y', '1'];
const no = ['いいえ', '無', 'なし', '×', 'false', 'no', 'n', '0'];

/** How spreadsheets write yes and no, in both languages; undefined: neither. */
export function readYesOrNo(word: string): boolean | undefined {
  const bare = word.toLowerCase();
  if (yes.includes(bare)) return true;
  return no.includes(bare) ? false : undefined;
}
