import type { JsonObject } from '@sodate/journey/json';
import type { Language, Text } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';

export type SeedForm = 'document-request' | 'contact';

/** What the forms of the demo site call their one open question. */
const labels: Readonly<Record<SeedForm, Text>> = {
  'document-request': { ja: 'いま困っていること', en: 'What are you struggling with?' },
  contact: { ja: 'お問い合わせの内容', en: 'Your question' },
};

const requests: readonly Text[] = [
  {
    ja: '棚卸しのたびに倉庫を止めています。止めずに数える方法を知りたいです。',
    en: 'We close the warehouse for every count. We would like to count without stopping.',
  },
  {
    ja: '拠点ごとに表計算で在庫を管理していて、数が合いません。',
    en: 'Each site keeps its stock in a spreadsheet, and the numbers never match.',
  },
  {
    ja: '発注の時期を担当者の勘に頼っています。欠品を減らしたいです。',
    en: 'When to reorder is a matter of feeling here. We want to run out less often.',
  },
  {
    ja: '賞味期限の管理に手間がかかっています。ロットごとに見られる製品を探しています。',
    en: 'Keeping track of expiry dates takes too long. We are looking for something that shows each lot.',
  },
  {
    ja: '来期の予算に入れるため、製品の概要と料金の考え方を社内で共有したいです。',
    en: 'For next year’s budget, we want to share what it does and how it is priced.',
  },
  {
    ja: '販売管理ソフトへの二重入力をなくしたいです。',
    en: 'We want to stop typing everything into our sales software a second time.',
  },
];

const inquiries: readonly Text[] = [
  {
    ja: '3つの倉庫の在庫を一つの画面で見たいと考えています。来月の会議で比べるので、費用の目安を教えてください。',
    en: 'We want to see the stock of three warehouses on one screen. We compare next month: what would it cost?',
  },
  {
    ja: 'いまの販売管理ソフトと連携できますか。できる場合の手順と期間を知りたいです。',
    en: 'Does it connect to the sales software we have? If so, how, and how long does it take?',
  },
  {
    ja: '期限切れの廃棄が多く困っています。ロット管理の画面を実際に見せてもらえますか。',
    en: 'We throw away too much that has expired. Could you show us how lots are handled?',
  },
  {
    ja: '棚卸しを年2回から毎月に変えたいのですが、同じような会社の例はありますか。',
    en: 'We want to count every month instead of twice a year. Have others like us done so?',
  },
];

/** What was written into a form, as the tracker would have sent it; by the moment, so that the people of the seed stay the same. */
export function formWords({ form, at, language }: { form: SeedForm; at: Instant; language: Language }): JsonObject {
  const written = form === 'contact' ? inquiries : requests;
  const words = written[Math.floor(at / 1_000) % written.length];
  if (words === undefined) throw new Error(`there are no words for the form ${form}`);
  return { fields: { message: words[language] }, labels: { message: labels[form][language] } };
}
