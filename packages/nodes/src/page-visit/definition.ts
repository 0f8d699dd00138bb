import type { CheckProblem } from '@sodate/journey/graph/node-contract';
import { wordWindow } from '@sodate/journey/graph/word-duration';
import { wordUrl } from '@sodate/journey/graph/word-url';
import { sameText, type Text } from '@sodate/journey/text';
import { z } from 'zod';
import { urlPatternValue, windowUnits, windowValue } from '../kit/config-values.ts';
import { defineNode } from '../kit/define-node.ts';
import { triggerExit } from '../kit/exits.ts';
import { field } from '../kit/field.ts';
import { wordList } from '../kit/word-list.ts';

/** Lets a lead in who reads pages: one page, or several visits within a window. */
export const pageVisit = defineNode({
  type: 'page-visit',
  family: 'trigger',
  title: { ja: 'ページの閲覧', en: 'Page visit' },
  short: { ja: 'ページ', en: 'Page' },
  description: {
    ja: '決めたページを見た人が、このシナリオに入ります。',
    en: 'People who visit a certain page enter the journey.',
  },
  keywords: ['url', 'web', 'サイト', '訪問', 'view', 'api', 'event', 'イベント'],
  icon: 'M2.8 12S6.3 5.8 12 5.8 21.2 12 21.2 12 17.7 18.2 12 18.2 2.8 12 2.8 12zM9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0',
  config: z.object({
    url: field(urlPatternValue, {
      title: { ja: 'ページ', en: 'Page' },
      help: {
        ja: '「/」から書くとパスで比べます。「?」より後ろは見ません。',
        en: 'Begin with “/” to compare the path. Anything after “?” is ignored.',
      },
      example: { ja: '/price', en: '/price' },
      hint: { kind: 'url-pattern' },
    }),
    times: field(z.number().int().min(1).max(100).default(1), {
      title: { ja: '回数', en: 'Times' },
      help: { ja: 'この回数だけ見たら入ります。', en: 'Enters after so many visits.' },
      hint: { kind: 'number', min: 1, max: 100, unit: { ja: '回', en: '×' } },
    }),
    within: field(windowValue.exactOptional(), {
      title: { ja: '数える期間', en: 'Counted within' },
      help: { ja: '最後の閲覧からさかのぼって数えます。', en: 'Counted back from the latest visit.' },
      hint: { kind: 'window', units: windowUnits },
    }),
    source: field(z.string().trim().min(1).max(200).exactOptional(), {
      title: { ja: '流入元', en: 'Source' },
      help: {
        ja: 'utm_source か参照元サイトの名前で絞ります。空なら、どこから来た人も入ります。',
        en: 'Only visits with this utm_source or from this site. Empty: from anywhere.',
      },
      example: { ja: 'newsletter', en: 'newsletter' },
      hint: { kind: 'text', maxLength: 200 },
    }),
  }),
  initial: { url: { match: 'pattern', value: '' }, times: 1 },
  outcomes: triggerExit,
  isUnasked: true,
  check({ config }): readonly CheckProblem[] {
    if (config.times === 1 || config.within !== undefined) return [];
    return [
      {
        severity: 'error',
        path: ['within'],
        message: { ja: '「数える期間」が未設定です', en: '“Counted within” is not set' },
        mend: {
          ja: `${config.times}回をどの期間で数えるか、決めてください。`,
          en: `Say within which time the ${config.times} visits must come.`,
        },
      },
    ];
  },
  summary({ config }) {
    return wordList([sameText(wordUrl(config.url)), wordTimes(config)]);
  },
  lower({ config }) {
    return {
      ops: [],
      trigger: {
        kind: 'event',
        pattern: {
          kind: 'page',
          url: config.url,
          ...(config.source === undefined ? {} : { source: config.source }),
        },
        times: config.times,
        ...(config.within === undefined ? {} : { within: config.within }),
      },
    };
  },
});

function wordTimes({ times, within }: { times: number; within?: { amount: number; unit: string } }): Text | undefined {
  if (times === 1) return undefined;
  const span = wordWindow(within);
  if (span === undefined) return undefined;
  return { ja: `${span.ja}に${times}回以上`, en: `${times} times in ${span.en}` };
}
