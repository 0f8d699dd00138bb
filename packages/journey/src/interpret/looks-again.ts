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
 * passed, its listen waits for a condition that may hold already, or exits and goals were not asked since the facts
 * changed: the lead has just entered, or the hop did an inline effect.
 */
export function looksAgain({ plan, hopped: { state, step, effect }, now }: Rested): boolean {
  if (state.phase !== 'resting') return state.phase === 'moving';
  if (state.until !== null && state.until <= now) return true;
  const factsChanged = step.fromOp === null || effect !== null;
  if (factsChanged && plan.exits.length + plan.goals.length > 0) return true;
  const op = opOf({ plan, id: state.op });
  return op.kind === 'listen' && op.conditions.length > 0;
}
