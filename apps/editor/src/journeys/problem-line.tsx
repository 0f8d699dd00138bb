import type { Problem } from '@sodate/journey/validate/problem';
import { useShowNode } from '../canvas/use-show-node.ts';
import { focusPlace } from '../inspector/focus-place.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useDraft, useJourney } from './journey-context.ts';
import type { texts } from './texts.ja.ts';
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
  const t = useTexts<typeof texts>('journeys');
  const text = useText();
  const { canvas, draft, types } = useJourney();
  const showNode = useShowNode();
  const node = useDraft(({ graph }) => (problem.node === undefined ? undefined : graph.nodes[problem.node]));
  const type = types.get(node?.type ?? '');
  const message = text(problem.message);
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
      <Icon name="alert" size={15} />
      <span>
        <b>{title === '' ? message : t('problemOf', { node: title, message })}</b>
        <small>{text(problem.mend)}</small>
      </span>
    </button>
  );
}
