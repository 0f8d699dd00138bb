import { stages } from '@sodate/journey/stage';
import { z } from 'zod';
import type { Effect } from '../kit/effect.ts';

const lowered = z.object({ stage: z.enum(stages) });

/** Asks the services to move the lead to the stage, with this node as the cause. */
export const changeStageEffect: Effect = {
  kind: 'inline',
  changes: ({ config }) => [{ kind: 'change-stage', ...lowered.parse(config) }],
};
