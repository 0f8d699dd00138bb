import type { Problem } from '@sodate/journey/validate/problem';
import { useText } from '../language/use-text.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './inspector.module.css';
import { RestHere } from './rest-here.tsx';

/** What is wrong, and how it is mended; where one press does it, the button for it. */
export function ProblemNote({ problem }: { problem: Problem }) {
  const text = useText();
  return (
    <div
      className={classes.problem}
      data-problem-note
      tabIndex={-1}
      data-warning={problem.severity === 'warning' || undefined}
    >
      <Icon name="alert" size={15} />
      <span>
        <b>{text(problem.message)}</b>
        {text(problem.mend)}
        {problem.restOn !== undefined && <RestHere edge={problem.restOn} />}
      </span>
    </div>
  );
}

/** Tells the problems of one place apart. */
export function keyOfProblem({ rule, outcome, path }: Problem): string {
  return `${rule}/${outcome ?? ''}/${path?.join('.') ?? ''}`;
}
