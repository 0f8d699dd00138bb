import type { NodeId } from '@sodate/journey/id';
import type { Problem } from '@sodate/journey/validate/problem';

/** Problems by how they are told: what is not filled in on a node just added is no fault yet. */
export function divideProblems({
  problems,
  fresh,
}: {
  problems: readonly Problem[];
  /** Nodes just added, whose settings were not opened and left yet. */
  fresh: ReadonlySet<NodeId>;
}): Readonly<Record<'error' | 'unfilled' | 'warning', readonly Problem[]>> {
  const parts = { error: [] as Problem[], unfilled: [] as Problem[], warning: [] as Problem[] };
  for (const problem of problems) {
    const isQuiet = problem.unfilled === true && problem.node !== undefined && fresh.has(problem.node);
    parts[problem.severity === 'error' && isQuiet ? 'unfilled' : problem.severity].push(problem);
  }
  return parts;
}
