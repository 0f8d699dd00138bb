import type { Effect } from '../kit/effect.ts';
import { handOffConfig } from './config.ts';

/** Asks the services to make the hand-off in the hop's transaction. */
export const handOffEffect: Effect = {
  kind: 'inline',
  changes: ({ config }) => [{ kind: 'create-handoff', handoff: handOffConfig.parse(config) }],
};
