import type { Plan } from '../compile/plan.ts';
import type { Instant } from '../time/instant.ts';
import { opOf } from './op-of.ts';
import type { Hopped } from './passage.ts';

interface Rested {
  readonly plan: Plan;
  readonly hopped: Extract<Hopped, { kind: 'hopped' }>;
  readonly now: Instant;
}

/**
 * Whether a host must look once more although a hop came to rest: the rest may be over before it began. Its time has
 * passed, its listen waits for a condition that may hold already, or the lead has just entered and no exit or goal
 * was asked yet.
 */
export function looksAgain({ plan, hopped: { state, step }, now }: Rested): boolean {
  if (state.phase !== 'resting') return state.phase === 'moving';
  if (state.until !== null && state.until <= now) return true;
  if (step.fromOp === null && plan.exits.length + plan.goals.length > 0) return true;
  const op = opOf({ plan, id: state.op });
  return op.kind === 'listen' && op.conditions.length > 0;
}
