import type { Plan } from '../compile/plan.ts';
import type { PassageState, StepRecord } from '../interpret/passage.ts';
import type { Instant } from '../time/instant.ts';
import { runScripted } from './run-scripted.ts';
import type { ScriptedLead, Surrounding } from './script.ts';

interface SteppedThrough {
  readonly plan: Plan;
  readonly lead: ScriptedLead;
  readonly surrounding: Surrounding;
  /** When the virtual clock stops. */
  readonly until: Instant;
}

/** The whole way of one lead: every step, hop 0 first, and how it stands at last. */
export interface Way {
  readonly steps: readonly StepRecord[];
  readonly state: PassageState;
  readonly stuck: boolean;
}

/**
 * Carries one scripted lead through a plan. The same script gives the same way, here and in the live engine.
 * @throws Error where the plan has no trigger of the lead's entry.
 */
export function stepThrough(given: SteppedThrough): Way {
  const steps: StepRecord[] = [];
  const { state, stuck } = runScripted({ ...given, onStep: (step) => steps.push(step) });
  return { steps, state, stuck };
}
