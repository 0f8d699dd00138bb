import { z } from 'zod';
import { defineNode } from '../kit/define-node.ts';
import { onlyExit } from '../kit/exits.ts';
import { field } from '../kit/field.ts';
import { nextOf } from '../kit/next-of.ts';

/** Gives points, or takes them away. They count in the score as long as any event does. */
export const addScore = defineNode({
  type: 'add-score',
  family: 'data',
  title: { ja: 'スコアを加える', en: 'Add score' },
  short: { ja: '加点', en: 'Points' },
  description: {
    ja: 'スコアに点を足します。引くこともできます。',
    en: 'Adds points to the score, or takes them away.',
  },
  keywords: ['点数', '加点', '減点', 'points'],
  icon: 'M4 17.500a8.600 8.600 0 0 1 12.500-9.700M12 14l3-3.500M19 12.500v7M15.500 16h7',
  config: z.object({
    points: field(
      z
        .number()
        .int()
        .min(-1_000)
        .max(1_000)
        .refine((points) => points !== 0),
      {
        title: { ja: '点数', en: 'Points' },
        help: { ja: '引くときは負の数にします。', en: 'Negative to take away.' },
        hint: { kind: 'number', min: -1_000, max: 1_000, unit: { ja: '点', en: 'points' } },
      },
    ),
    note: field(z.string().trim().min(1).max(100), {
      title: { ja: '理由', en: 'Reason' },
      help: { ja: 'スコアの内訳に、この言葉で出ます。', en: 'Shown where the score is explained.' },
      example: { ja: 'セミナーに参加', en: 'Attended the seminar' },
      hint: { kind: 'text', maxLength: 100 },
    }),
    category: field(z.string().trim().min(1).max(100).exactOptional(), {
      title: { ja: 'スコアの分類', en: 'Category' },
      help: { ja: '空なら合計点だけに加わります。', en: 'Empty: counts in the total only.' },
      hint: { kind: 'score-category', maxLength: 100 },
    }),
  }),
  initial: { points: 10 },
  outcomes: onlyExit,
  summary({ config: { points, note } }) {
    const sign = points > 0 ? '+' : '−';
    return { ja: `${sign}${Math.abs(points)}点・${note}`, en: `${sign}${Math.abs(points)} points, ${note}` };
  },
  lower({ config, lowering }) {
    const next = nextOf({ lowering, outcomes: ['done'] });
    return { ops: [{ kind: 'act', id: lowering.op(), effect: 'add-score', config: { ...config }, next }] };
  },
  effect: () => import('./effect.ts').then((module) => module.addScoreEffect),
});
