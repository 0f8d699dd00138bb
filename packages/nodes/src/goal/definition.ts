import type { CheckProblem } from '@sodate/journey/graph/node-contract';
import { wordCondition } from '@sodate/journey/graph/word-condition';
import { checkCondition } from '@sodate/journey/validate/check-condition';
import { z } from 'zod';
import { asJson } from '../kit/as-json.ts';
import { conditionValue } from '../kit/config-values.ts';
import { defineNode } from '../kit/define-node.ts';
import { field } from '../kit/field.ts';

/** What the journey is for. Who comes here, or fulfils its condition anywhere in the journey, leaves as "goal". */
export const goal = defineNode({
  type: 'goal',
  family: 'end',
  title: { ja: '目標', en: 'Goal' },
  description: {
    ja: 'シナリオの目標です。ここに着くか、条件を満たすと、達成として終わります。',
    en: 'What the journey is for. Leads who come here or meet its condition have reached it.',
  },
  keywords: ['達成', 'ゴール', 'コンバージョン', 'conversion'],
  icon: 'M6 21V4M6 4.500h11.500l-2.300 4 2.300 4H6',
  config: z.object({
    condition: field(conditionValue.exactOptional(), {
      title: { ja: '達成の条件', en: 'Reached when' },
      help: {
        ja: 'シナリオのどこにいても、満たすとすぐに達成となります。空なら、ここに着いた人だけです。',
        en: 'Counts anywhere in the journey. If empty, only leads who arrive here reach it.',
      },
      hint: { kind: 'condition' },
    }),
  }),
  initial: {},
  outcomes: [],
  standsAlone: (config) => config.condition !== undefined,
  check({ config, surroundings }): readonly CheckProblem[] {
    if (config.condition === undefined) return [];
    return checkCondition({ condition: asJson(config.condition), path: ['condition'], surroundings });
  },
  summary({ config, surroundings }) {
    const { condition } = config;
    if (condition === undefined) return { ja: 'ここに着いたら達成', en: 'Reached on arrival' };
    if (checkCondition({ condition: asJson(condition), path: [], surroundings }).length > 0) {
      return { ja: '条件がまだです', en: 'No condition yet' };
    }
    return wordCondition({ condition, surroundings });
  },
  lower({ config, lowering }) {
    const { condition } = config;
    return {
      ops: [{ kind: 'goal', id: lowering.op(), next: {} }],
      ...(condition === undefined ? {} : { goal: lowering.condition(condition) }),
    };
  },
});
