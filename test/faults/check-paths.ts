import type { StepRow } from '@sodate/database/schema/enrollment';
import type { Plan } from '@sodate/journey/compile/plan';
import type { Ledger, LedgerPassage } from './read-ledger.ts';

/** Ends from outside and moves by a publish: steps that no arrow of the graph leads along. */
const fromOutside: ReadonlySet<string> = new Set(['stopped', 'removed', 'merged', 'erased', 'moved']);
/** Ends that hold everywhere, wherever the lead stood. */
const everywhere: ReadonlySet<string> = new Set(['exit', 'goal', 'loop-limit']);

/**
 * I7, as far as a ledger shows it: a passage goes on from where it stood, and only along arrows of its journey, in one of
 * its versions. A sentence for each violation.
 */
export function checkPaths({ passages, editions }: Ledger): string[] {
  return passages.flatMap((passage) => {
    const plans = (editions.get(passage.row.journeyId) ?? []).map(({ plan }) => plan);
    return passage.steps.flatMap((step, index) =>
      checkStep({ passage, step, before: passage.steps[index - 1], plans }),
    );
  });
}

function checkStep(given: {
  passage: LedgerPassage;
  step: StepRow;
  before: StepRow | undefined;
  plans: readonly Plan[];
}): string[] {
  const { passage, step, before, plans } = given;
  const who = `I7 ${passage.row.id}, step ${step.hop}`;
  if (before === undefined) return [];
  if (step.fromOp !== before.toOp) return [`${who}: goes on from ${step.fromOp}, and stood at ${before.toOp}`];
  if (fromOutside.has(step.outcome) || everywhere.has(step.outcome)) return [];
  return plans.some((plan) => leadsAlong({ plan, step }))
    ? []
    : [`${who}: no arrow leads from ${step.fromOp} by ${step.outcome} to ${step.toOp}`];
}

/** An outcome without an arrow ends the passage; a loop at its limit ends where it would have gone on. */
function leadsAlong({ plan, step }: { plan: Plan; step: StepRow }): boolean {
  const op = step.fromOp === null ? undefined : plan.ops[step.fromOp];
  return op !== undefined && (step.toOp === null || op.next[step.outcome] === step.toOp);
}
