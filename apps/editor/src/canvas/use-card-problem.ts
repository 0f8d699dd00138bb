import type { NodeId } from '@sodate/journey/id';
import type { Problem } from '@sodate/journey/validate/problem';
import { useCanvas, useDraft } from '../journeys/journey-context.ts';
import { worstProblems } from './worst-problems.ts';

interface CardProblem {
  readonly problem: Problem | undefined;
  /** The node was just added, and all it lacks is to be filled in. */
  readonly quiet: boolean;
  /** It stands in the way of publishing, and is marked so. */
  readonly isError: boolean;
}

/** What is the matter with a node, as its card tells it. */
export function useCardProblem(node: NodeId): CardProblem {
  const problem = useDraft(({ problems }) => worstProblems(problems).get(node));
  const isFresh = useCanvas(({ fresh }) => fresh.has(node));
  const quiet = isFresh && problem?.unfilled === true;
  return { problem, quiet, isError: problem?.severity === 'error' && !quiet };
}
