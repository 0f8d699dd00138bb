import type { HandoffOutcome } from './event-pattern.ts';

/** In the order in which they may happen. */
export const handoffOutcomes = [
  'accepted',
  'rejected',
  'overdue',
  'met',
  'opportunity',
  'won',
  'lost',
] as const satisfies readonly HandoffOutcome[];
