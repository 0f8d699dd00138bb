import type { Problem } from '@sodate/journey/validate/problem';
import { useText } from '../language/use-text.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './inspector.module.css';

/** What is wrong, and how it is mended. */
export function ProblemNote({ problem }: { problem: Problem }) {
  const text = useText();
  return (
    <p
      className={classes.problem}
      data-problem-note
      tabIndex={-1}
      data-warning={problem.severity === 'warning' || undefined}
    >
      <Icon name="alert" size={15} />
      <span>
        <b>{text(problem.message)}</b>
        {text(problem.mend)}
      </span>
    </p>
  );
}

/** Tells the problems of one place apart. */
export function keyOfProblem({ rule, outcome, path }: Problem): string {
  return `${rule}/${outcome ?? ''}/${path?.join('.') ?? ''}`;
}
