import type { JourneyId } from '@sodate/journey/id';
import type { Problem } from '@sodate/journey/validate/problem';
import type { Trial } from '@sodate/services/journey/read-trial';
import { Link } from '@tanstack/react-router';
import { problemKey } from '../journeys/problem-line.tsx';
import { ProblemWords } from '../journeys/problem-words.tsx';
import type { texts as journeyTexts } from '../journeys/texts.ja.ts';
import lines from '../journeys/top-bar.module.css';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import type { texts } from './texts.ja.ts';
import classes from './trial.module.css';
import { useTitleOf } from './use-title-of.ts';

/** What keeps the draft from being tried, by the names that the editor has for it; each leads to its node. */
export function BlockedTrial({ journey, trial }: { journey: JourneyId; trial: Trial }) {
  const t = useTexts<typeof texts>('trial');
  const named = useTexts<typeof journeyTexts>('journeys');
  const unfilled = trial.errors.filter((problem) => problem.unfilled === true);
  const wrong = trial.errors.filter((problem) => problem.unfilled !== true);
  const lists = { trial, journey };
  return (
    <EmptyState icon="alert" title={t('blocked')} help={t('blockedHelp')}>
      <div className={classes.blocked}>
        <Problems {...lists} title={named('problemList')} problems={wrong} />
        <Problems {...lists} title={named('toBeSetList')} problems={unfilled} quiet />
        <Link className={`link ${classes.back}`} to="/journeys/$journey" params={{ journey }}>
          {t('backToEdit')}
        </Link>
      </div>
    </EmptyState>
  );
}

function Problems({
  journey,
  trial,
  title,
  problems,
  quiet = false,
}: {
  journey: JourneyId;
  trial: Trial;
  title: string;
  problems: readonly Problem[];
  quiet?: boolean;
}) {
  const titleOf = useTitleOf(trial);
  if (problems.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul aria-label={title}>
        {problems.map((problem) => (
          <li key={problemKey(problem)}>
            <Link
              className={lines.problem}
              data-quiet={quiet || undefined}
              to="/journeys/$journey"
              params={{ journey }}
              search={problem.node === undefined ? {} : { node: problem.node }}
            >
              <ProblemWords problem={problem} title={problem.node === undefined ? '' : titleOf(problem.node)} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
