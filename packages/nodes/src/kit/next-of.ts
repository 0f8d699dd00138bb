import type { Next } from '@sodate/journey/compile/plan';
import type { Lowering } from '@sodate/journey/graph/node-contract';

/** Where the outcomes lead; those that are not connected are left out. */
export function nextOf({ lowering, outcomes }: { lowering: Lowering; outcomes: readonly string[] }): Next {
  return Object.fromEntries(
    outcomes.flatMap((outcome) => {
      const target = lowering.target(outcome);
      return target === undefined ? [] : [[outcome, target] as const];
    }),
  );
}
