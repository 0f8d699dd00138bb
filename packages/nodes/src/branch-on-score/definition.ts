import type { CheckProblem } from '@sodate/journey/graph/node-contract';
import { wordCategory } from '@sodate/journey/score/category-titles';
import { z } from 'zod';
import { defineNode } from '../kit/define-node.ts';
import { field, itemId } from '../kit/field.ts';
import { nextOf } from '../kit/next-of.ts';

const band = z.object({
  id: itemId,
  from: field(z.number().int().min(-10_000).max(10_000), {
    title: { ja: '何点以上', en: 'From' },
    hint: { kind: 'number', min: -10_000, max: 10_000, unit: { ja: '点以上', en: 'points or more' } },
  }),
});

/** Divides leads by bands of their score at this moment. */
export const branchOnScore = defineNode({
  type: 'branch-on-score',
  family: 'decision',
  title: { ja: 'スコアで分ける', en: 'Branch on score' },
  short: { ja: 'スコア', en: 'Score' },
  description: {
    ja: 'ここに着いた時のスコアで道を分けます。決めた点になるまで待つには「行動を待つ」を使います。',
    en: 'Divides leads by their score at the moment they come here. To wait until it reaches some points, use “Wait for”.',
  },
  keywords: ['点数', '分岐', 'score', 'ホット', 'hot', 'band'],
  icon: 'M4 17.500a8.600 8.600 0 1 1 16 0M12 14l4-4.600M10.700 14.200a1.300 1.300 0 1 0 2.600 0a1.300 1.300 0 1 0-2.600 0',
  config: z.object({
    bands: field(z.array(band).min(1).max(9), {
      title: { ja: '区切り', en: 'Bands' },
      help: {
        ja: '区切りより下の人は、最後の出口へ進みます。',
        en: 'Leads below the lowest band leave by the last exit.',
      },
      hint: {
        kind: 'list',
        newItem: { from: 0 },
        addLabel: { ja: '区切りを加える', en: 'Add a band' },
        idField: 'id',
      },
    }),
    category: field(z.string().trim().min(1).max(100).exactOptional(), {
      title: { ja: 'スコアの分類', en: 'Category' },
      help: { ja: '空なら合計点で分けます。', en: 'Leave empty to go by the total score.' },
      hint: { kind: 'score-category', maxLength: 100 },
    }),
  }),
  initial: {
    bands: [
      { id: 'high', from: 60 },
      { id: 'middle', from: 30 },
    ],
  },
  outcomes: [
    { kind: 'each', list: ['bands'], idField: 'id', label: { kind: 'band', field: 'from' } },
    {
      kind: 'fixed',
      id: 'else',
      label: {
        kind: 'below-bands',
        list: ['bands'],
        field: 'from',
        otherwise: { ja: 'それ以外', en: 'Everyone else' },
      },
    },
  ],
  check({ config }): readonly CheckProblem[] {
    const lower = config.bands.map(({ from }) => from);
    return lower.flatMap((from, index) => (lower.indexOf(from) === index ? [] : [sameBand({ from, index })]));
  },
  summary({ config }) {
    return config.category === undefined ? { ja: '合計点', en: 'Total score' } : wordCategory(config.category);
  },
  lower({ config, lowering }) {
    const { category } = config;
    const arms = config.bands
      .toSorted((one, other) => other.from - one.from)
      .map(({ id, from }) => ({
        outcome: id,
        key: lowering.condition({ kind: 'score', atLeast: from, ...(category === undefined ? {} : { category }) }),
      }));
    const next = nextOf({ lowering, outcomes: [...arms.map(({ outcome }) => outcome), 'else'] });
    return { ops: [{ kind: 'branch', id: lowering.op(), arms, otherwise: 'else', next }] };
  },
});

function sameBand({ from, index }: { from: number; index: number }): CheckProblem {
  return {
    severity: 'error',
    path: ['bands', index, 'from'],
    message: { ja: '同じ区切りが2つあります', en: 'Two bands are the same' },
    mend: {
      ja: `${from}点以上の区切りを1つにしてください。下の出口には誰も進みません。`,
      en: `Keep one band from ${from} points. Nobody would leave by the second.`,
    },
  };
}
