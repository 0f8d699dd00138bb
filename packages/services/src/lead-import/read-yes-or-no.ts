const yes = ['はい', '有', 'あり', '○', '〇', 'true', 'yes', 'y', '1'];
const no = ['いいえ', '無', 'なし', '×', 'false', 'no', 'n', '0'];

const agreed = [
  '同意',
  '同意する',
  '同意した',
  '同意済',
  '同意済み',
  '同意あり',
  '希望する',
  '可',
  'agreed',
  'optin',
  'subscribed',
];
const refused = [
  '同意しない',
  '同意なし',
  '未同意',
  '希望しない',
  '不可',
  '拒否',
  '配信停止',
  'refused',
  'optout',
  'unsubscribed',
];

/** How spreadsheets write yes and no, in both languages; undefined: neither. */
export function readYesOrNo(word: string): boolean | undefined {
  return read({ word, yes, no });
}

/** How they write that somebody agreed, or did not; undefined: neither. */
export function readAgreement(word: string): boolean | undefined {
  const bare = word.normalize('NFKC').replace(/[\s_-]/g, '');
  return readYesOrNo(bare) ?? read({ word: bare, yes: agreed, no: refused });
}

function read({
  word,
  ...words
}: {
  word: string;
  yes: readonly string[];
  no: readonly string[];
}): boolean | undefined {
  const bare = word.toLowerCase();
  if (words.yes.includes(bare)) return true;
  return words.no.includes(bare) ? false : undefined;
}
