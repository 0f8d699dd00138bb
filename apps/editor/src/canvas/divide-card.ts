import type { Text } from '@sodate/journey/text';
import type { Problem } from '@sodate/journey/validate/problem';

/** What stands under the title, and the problem that takes the place of the numbers. */
export function divideCard({
  summary,
  problem,
  isMissing,
  isLive,
}: {
  summary: Text;
  problem: Problem | undefined;
  isMissing: boolean;
  isLive: boolean;
}): { line: Text; shownProblem: Problem | undefined } {
  if (!isLive || problem === undefined) return { line: summary, shownProblem: problem };
  // A type that is not installed has no settings to tell of: the numbers below say who waits there.
  if (isMissing) return { line: problem.message, shownProblem: undefined };
  // Where leads run, numbers matter more than a warning; errors come first.
  return { line: summary, shownProblem: problem.severity === 'warning' ? undefined : problem };
}
