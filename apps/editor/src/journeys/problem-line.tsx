import type { Problem } from '@sodate/journey/validate/problem';
import { useShowNode } from '../canvas/use-show-node.ts';
import { focusPlace } from '../inspector/focus-place.ts';
import { useText } from '../language/use-text.ts';
import { useDraft, useJourney } from './journey-context.ts';
import { ProblemWords } from './problem-words.tsx';
import classes from './top-bar.module.css';

export function problemKey({ rule, node, outcome, path }: Problem): string {
  return `${rule}/${node ?? ''}/${outcome ?? ''}/${path?.join('.') ?? ''}`;
}

/** One problem and its mend; choosing it opens the place. */
export function ProblemLine({
  problem,
  quiet = false,
  onChosen,
}: {
  problem: Problem;
  /** Something not filled in yet rather than a fault. */
  quiet?: boolean;
  onChosen: () => void;
}) {
  const text = useText();
  const { canvas, draft, types } = useJourney();
  const showNode = useShowNode();
  const node = useDraft(({ graph }) => (problem.node === undefined ? undefined : graph.nodes[problem.node]));
  const type = types.get(node?.type ?? '');
  const title = node?.title ?? (type === undefined ? '' : text(type.title));
  const show = () => {
    onChosen();
    const found = problem.node === undefined ? undefined : draft.getState().graph.nodes[problem.node];
    if (found === undefined) {
      canvas.openPanel({ kind: 'settings' });
    } else {
      showNode(found.id, { takesKeyboard: false });
      canvas.openPanel({ kind: 'node', tab: 'settings' });
    }
    focusPlace(problem);
  };
  return (
    <button
      type="button"
      className={classes.problem}
      data-warning={problem.severity === 'warning' || undefined}
      data-quiet={quiet || undefined}
      onClick={show}
    >
      <ProblemWords problem={problem} title={title} />
    </button>
  );
}
