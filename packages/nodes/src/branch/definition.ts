import type { CheckProblem } from '@sodate/journey/graph/node-contract';
import { wordCondition } from '@sodate/journey/graph/word-condition';
import { checkCondition } from '@sodate/journey/validate/check-condition';
import { z } from 'zod';
import { asJson } from '../kit/as-json.ts';
import { conditionValue } from '../kit/config-values.ts';
import { defineNode } from '../kit/define-node.ts';
import { field, itemId } from '../kit/field.ts';
import { nextOf } from '../kit/next-of.ts';
import { wordList } from '../kit/word-list.ts';

const arm = z.object({
  id: itemId,
  title: field(z.string().max(40).exactOptional(), {
    title: { ja: '出口の名前', en: 'Name of the exit' },
    example: { ja: '製造業', en: 'Manufacturing' },
    hint: { kind: 'text', maxLength: 40 },
  }),
  condition: field(conditionValue, {
    title: { ja: '条件', en: 'Condition' },
    hint: { kind: 'condition' },
  }),
});

/** Decides once, on arrival: the first exit whose condition holds, else the last one. */
export const branch = defineNode({
  type: 'branch',
  family: 'decision',
  title: { ja: '条件で分ける', en: 'Branch' },
  short: { ja: '条件', en: 'Branch' },
  description: {
    ja: '項目・スコア・これまでの行動で道を分けます。着いた時に一度だけ、上の出口から順に見ます。これからの行動で分けるには「行動を待つ」を使います。',
    en: 'Divides leads by attributes, score or what they did so far. Exits are checked once, from top to bottom, as leads come here. To go by what they do next, use “Wait for”.',
  },
  keywords: ['条件', '分岐', 'if', 'else', '項目', 'condition', 'attribute'],
  icon: 'M12 3.500v5M12 8.500 5.500 15v5M12 8.500l6.500 6.500v5M12 8.500V20',
  config: z.object({
    arms: field(z.array(arm).min(1).max(10), {
      title: { ja: '出口', en: 'Exits' },
      help: {
        ja: '上から順に見ます。どれにも合わない人は「それ以外」へ進みます。',
        en: 'Checked from top to bottom. Anyone who matches none of them goes to “Everyone else”.',
      },
      hint: {
        kind: 'list',
        newItem: { condition: { kind: 'all', of: [] } },
        addLabel: { ja: '出口を加える', en: 'Add an exit' },
        idField: 'id',
      },
    }),
  }),
  initial: { arms: [{ id: 'first', condition: { kind: 'all', of: [] } }] },
  outcomes: [
    {
      kind: 'each',
      list: ['arms'],
      idField: 'id',
      label: { kind: 'field', field: 'title', otherwise: { ja: '条件に合う', en: 'Fits' } },
    },
    { kind: 'fixed', id: 'else', label: { ja: 'それ以外', en: 'Everyone else' } },
  ],
  check({ config, surroundings }): readonly CheckProblem[] {
    return config.arms.flatMap(({ condition }, index) =>
      checkCondition({ condition: asJson(condition), path: ['arms', index, 'condition'], surroundings }),
    );
  },
  summary({ config, surroundings }) {
    const [first, ...rest] = config.arms;
    if (
      first === undefined ||
      checkCondition({ condition: asJson(first.condition), path: [], surroundings }).length > 0
    ) {
      return { ja: '条件がまだです', en: 'No condition yet' };
    }
    return wordList([
      wordCondition({ condition: first.condition, surroundings }),
      rest.length === 0 ? undefined : { ja: `ほか${rest.length}件`, en: `${rest.length} more` },
    ]);
  },
  lower({ config, lowering }) {
    const arms = config.arms.map(({ id, condition }) => ({ outcome: id, key: lowering.condition(condition) }));
    const next = nextOf({ lowering, outcomes: [...arms.map(({ outcome }) => outcome), 'else'] });
    return { ops: [{ kind: 'branch', id: lowering.op(), arms, otherwise: 'else', next }] };
  },
});
