import { z } from 'zod';
import type { Effect } from '../kit/effect.ts';

const lowered = z.object({ points: z.number(), note: z.string(), category: z.string().exactOptional() });

/** Asks the services to store the points as an event of the lead. */
export const addScoreEffect: Effect = {
  kind: 'inline',
  changes: ({ config }) => [{ kind: 'give-points', ...lowered.parse(config) }],
};
