const legalForms = [
  '株式会社',
  '有限会社',
  '合同会社',
  '合資会社',
  '合名会社',
  '一般社団法人',
  '一般財団法人',
  '公益社団法人',
  '公益財団法人',
  '社会福祉法人',
  '学校法人',
  '医療法人社団',
  '医療法人',
  '独立行政法人',
  '国立大学法人',
  '特定非営利活動法人',
  'npo法人',
];

const shortForms = /[(〔[](株|有|同|資|名|社|財|学|医|福|独)[)〕\]]/g;
const latinForms =
  /(^|[\s,])(co\.?,?\s*ltd|company limited|incorporated|inc|corporation|corp|limited|ltd|llc|gmbh|k\.?\s?k|plc|pty)\.?$/;

/** A company's name as duplicates share it: NFKC, lower case, without legal form, spaces and punctuation. */
export function companyNameKey(name: string): string {
  const folded = name.normalize('NFKC').trim().toLowerCase().replaceAll(shortForms, '');
  const bare = legalForms.reduce((rest, form) => rest.replaceAll(form, ''), folded).trim();
  const key = bare.replace(latinForms, '').replaceAll(/[\s\p{P}\p{S}]/gu, '');
  return key === '' ? folded.replaceAll(/\s/g, '') : key;
}
