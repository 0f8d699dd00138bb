import type { NodeId } from '@sodate/journey/id';
import type { Problem } from '@sodate/journey/validate/problem';

const known = new WeakMap<readonly Problem[], ReadonlyMap<NodeId, Problem>>();

/** What is wrong weighs more than what is merely not filled in. */
function weightOf({ severity, unfilled }: Problem): number {
  if (severity === 'warning') return 0;
  return unfilled === true ? 1 : 2;
}

/** For each node the problem that its card shows: the first error, else the first warning. Worked out once for a list. */
export function worstProblems(problems: readonly Problem[]): ReadonlyMap<NodeId, Problem> {
  const found = known.get(problems);
  if (found !== undefined) return found;
  const worst = new Map<NodeId, Problem>();
  for (const problem of problems) {
    if (problem.node === undefined) continue;
    const before = worst.get(problem.node);
    if (before === undefined || weightOf(problem) > weightOf(before)) worst.set(problem.node, problem);
  }
  known.set(problems, worst);
  return worst;
}
