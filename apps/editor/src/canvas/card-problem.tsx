import type { Problem } from '@sodate/journey/validate/problem';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './card-problem.module.css';
import type { texts } from './texts.ja.ts';

/** In the place of a card's numbers: what is wrong with its node, or quietly that it is still to be set up. */
export function CardProblem({ problem, quiet }: { problem: Problem; quiet: boolean }) {
  const t = useTexts<typeof texts>('canvas');
  const text = useText();
  const { severity, message, mend } = problem;
  if (quiet) {
    return (
      <p className={classes.problem} data-card-problem data-quiet title={text(mend)}>
        {t('toBeSet')}
      </p>
    );
  }
  return (
    <p
      className={classes.problem}
      data-card-problem
      data-warning={severity === 'warning' || undefined}
      title={text(mend)}
    >
      <Icon name="bang" size={12} />
      <span>{text(message)}</span>
    </p>
  );
}

/** At the corner of a card that keeps the journey from being published. */
export function ProblemMark() {
  const t = useTexts<typeof texts>('canvas');
  return (
    <span className={classes.mark} role="img" aria-label={t('problem')}>
      <Icon name="bang" size={14} />
    </span>
  );
}
