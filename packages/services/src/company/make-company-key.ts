const legalForms =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|\(株\)|\(有\)|\(同\)/g;
const englishForms = /[\s,.]+(co\.?,?\s*ltd|ltd|inc|corp|corporation|company|llc|k\.?k|g\.?k|gmbh|plc)\.?$/;

/** What spellings of one company share: no legal form, width and case folded, no blanks or middle dots. */
export function makeCompanyKey(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase().trim();
  const bare = folded
    .replace(legalForms, '')
    .trim()
    .replace(englishForms, '')
    .replace(/[\s・.,]/g, '');
  return bare === '' ? folded.replace(/\s/g, '') : bare;
}
