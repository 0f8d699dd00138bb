import { stages, stageTitles } from '@sodate/journey/stage';
import { z } from 'zod';
import { defineNode } from '../kit/define-node.ts';
import { onlyExit } from '../kit/exits.ts';
import { field } from '../kit/field.ts';
import { nextOf } from '../kit/next-of.ts';

/** Moves the lead to a stage; a hand-off does this by itself. */
export const changeStage = defineNode({
  type: 'change-stage',
  family: 'data',
  title: { ja: 'ステージを変える', en: 'Change stage' },
  short: { ja: 'ステージ', en: 'Stage' },
  description: {
    ja: 'リードのステージ（MQL、SQLなど）を変えます。引き渡しでは自動で変わります。',
    en: 'Moves the lead to a stage such as MQL. A hand-off does so by itself.',
  },
  keywords: ['MQL', 'SQL', '商談', 'stage', '段階'],
  icon: 'M4 19.500h4.500v-4.500H13v-4.500h4.500V6H21M17.500 3l3.500 3-3.500 3',
  config: z.object({
    stage: field(z.enum(stages), {
      title: { ja: 'ステージ', en: 'Stage' },
      hint: { kind: 'stage' },
    }),
  }),
  initial: { stage: 'mql' },
  outcomes: onlyExit,
  summary: ({ config }) => stageTitles[config.stage],
  lower({ config, lowering }) {
    const next = nextOf({ lowering, outcomes: ['done'] });
    return { ops: [{ kind: 'act', id: lowering.op(), effect: 'change-stage', config: { stage: config.stage }, next }] };
  },
  effect: () => import('./effect.ts').then((module) => module.changeStageEffect),
});
