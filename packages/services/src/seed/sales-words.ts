import type { Text } from '@sodate/journey/text';

/** What sales are asked to do with a hand-off, and to find out. */
export interface SalesWords {
  readonly followUp: Text;
  readonly questions: readonly Text[];
}

const when: Text = { ja: '導入の時期はいつごろか', en: 'When would they start?' };
const who: Text = { ja: 'ほかにだれが決めるのか', en: 'Who else decides?' };

const ofBrochure: readonly SalesWords[] = [
  {
    followUp: {
      ja: '資料の活用状況を電話で聞き、近い事例の説明を提案する。',
      en: 'Call about the document, and offer to walk through a case like theirs.',
    },
    questions: [when, { ja: '棚卸に困っている拠点はどこか', en: 'Which sites struggle with stocktaking?' }],
  },
  {
    followUp: {
      ja: '料金ページを見ているので、規模に合う料金の目安を伝え、概算の見積もりを提案する。',
      en: 'They read the prices: tell them what fits their size, and offer a rough quote.',
    },
    questions: [{ ja: '拠点と利用者は何人くらいか', en: 'How many sites and users?' }, who],
  },
  {
    followUp: {
      ja: '社内で資料をどう使うのかを聞き、現場向けのデモを提案する。',
      en: 'Ask how the document is used in the company, and offer a demo for the shop floor.',
    },
    questions: [{ ja: 'いまはどの仕組みで在庫を見ているか', en: 'What do they keep stock with today?' }, when],
  },
];

const ofInquiry: readonly SalesWords[] = [
  {
    followUp: {
      ja: 'お問い合わせの内容に、まず電話で答える。必要ならデモの日程を決める。',
      en: 'Answer the inquiry by phone first. Set a date for a demo if it helps.',
    },
    questions: [{ ja: '急いでいる理由は何か', en: 'Why is it urgent?' }, who],
  },
  {
    followUp: {
      ja: 'ご相談の背景を聞き、合う進め方を2つ示す。',
      en: 'Ask what lies behind the inquiry, and show two ways to go about it.',
    },
    questions: [when, { ja: '比べている製品はあるか', en: 'What else do they compare?' }],
  },
];

/** By the form the lead sent; `number` turns through the words that fit. */
export function salesWordsFor({ form, number }: { form: string | undefined; number: number }): SalesWords {
  const fitting = form === 'contact' ? ofInquiry : ofBrochure;
  const words = fitting[number % fitting.length];
  if (words === undefined) throw new Error('there are no words for sales');
  return words;
}
