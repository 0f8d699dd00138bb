import type { CheckProblem } from '@sodate/journey/graph/node-contract';
import { sameText } from '@sodate/journey/text';
import { z } from 'zod';
import { defineNode } from '../kit/define-node.ts';
import { field, itemId } from '../kit/field.ts';
import { nextOf } from '../kit/next-of.ts';

const arm = z.object({
  id: itemId,
  title: field(z.string().max(40).exactOptional(), {
    title: { ja: '出口の名前', en: 'Name of the exit' },
    hint: { kind: 'text', maxLength: 40 },
  }),
  weight: field(z.number().int().min(0).max(1_000), {
    title: { ja: '割合', en: 'Share' },
    hint: { kind: 'number', min: 0, max: 1_000 },
  }),
});

/** Divides leads at random, in given shares; the same enrollment always takes the same way. */
export const split = defineNode({
  type: 'split',
  family: 'decision',
  title: { ja: '割合で分ける', en: 'Split' },
  short: { ja: '割合', en: 'Split' },
  description: {
    ja: '決めた割合で、無作為に道を分けます。比べて試すときに使います。',
    en: 'Divides leads at random in given shares, to compare ways.',
  },
  keywords: ['A/B', 'テスト', 'random', 'ランダム', 'test', '比較'],
  icon: 'M12 3.500v6M12 9.500c0 4-6 3.500-6 8.500M12 9.500c0 4 6 3.500 6 8.500M3.600 16l2.400 2.600L8.400 16M15.600 16l2.400 2.600 2.400-2.600',
  config: z.object({
    arms: field(z.array(arm).min(2).max(10), {
      title: { ja: '出口', en: 'Exits' },
      help: {
        ja: '割合は合計に対する比で数えます。50と50も、1と1も半分ずつです。',
        en: 'Shares count against their sum: 50 and 50 is half each, and so is 1 and 1.',
      },
      hint: {
        kind: 'list',
        newItem: { weight: 50 },
        addLabel: { ja: '出口を加える', en: 'Add an exit' },
        idField: 'id',
      },
    }),
  }),
  initial: {
    arms: [
      { id: 'a', title: 'A', weight: 50 },
      { id: 'b', title: 'B', weight: 50 },
    ],
  },
  outcomes: [
    { kind: 'each', list: ['arms'], idField: 'id', label: { kind: 'share', name: 'title', weight: 'weight' } },
  ],
  check: ({ config }): readonly CheckProblem[] => (sumOf(config.arms) > 0 ? [] : [nobody]),
  summary({ config }) {
    return sameText(config.arms.map(({ weight }) => weight).join(' : '));
  },
  lower({ config, lowering }) {
    const arms = config.arms.map(({ id, weight }) => ({ outcome: id, weight }));
    const next = nextOf({ lowering, outcomes: arms.map(({ outcome }) => outcome) });
    return { ops: [{ kind: 'split', id: lowering.op(), arms, next }] };
  },
  guess({ arms }) {
    const sum = sumOf(arms);
    return Object.fromEntries(arms.map(({ id, weight }) => [id, sum === 0 ? 1 / arms.length : weight / sum]));
  },
});

function sumOf(arms: readonly { weight: number }[]): number {
  return arms.reduce((sum, { weight }) => sum + weight, 0);
}

const nobody: CheckProblem = {
  severity: 'error',
  path: ['arms'],
  message: { ja: '割合がすべて0です', en: 'All shares are 0' },
  mend: { ja: '少なくとも1つの出口の割合を1以上にしてください。', en: 'Give at least one exit a share of 1 or more.' },
};
