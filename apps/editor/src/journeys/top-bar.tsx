import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { Mark } from '../parts/mark.tsx';
import { StateChip } from '../parts/state-chip.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { AskToPublish } from '../publishing/ask-to-publish.tsx';
import { PublishButton } from '../publishing/publish-button.tsx';
import { TryButton } from '../trial/try-button.tsx';
import { useJourney } from './journey-context.ts';
import { JourneyMenu } from './journey-menu.tsx';
import { JourneyName } from './journey-name.tsx';
import { JourneyTabs } from './journey-tabs.tsx';
import { PresentPeople } from './present-people.tsx';
import { ProblemList } from './problem-list.tsx';
import { SavedState } from './saved-state.tsx';
import type { texts } from './texts.ja.ts';
import classes from './top-bar.module.css';
import { useChangeCount } from './use-change-count.ts';
import { useJourneyHead } from './use-journey-head.ts';

/** What this is, how it stands, whether it is saved, and the way to publishing. */
export function TopBar({ tab }: { tab: 'edit' }) {
  const t = useTexts<typeof texts>('journeys');
  const { journey, right } = useJourney();
  const head = useJourneyHead({ journey });
  const { all: changes } = useChangeCount();
  const wide = useIsWide();
  return (
    <header className={classes.bar}>
      <title>{`${head.name} | Sodate`}</title>
      <Link className={classes.brand} to="/" aria-label={t('home')}>
        <Mark />
      </Link>
      <div className={classes.place}>
        <Link to="/journeys">
          {t('journeys')}
          <Icon name="right" size={13} />
        </Link>
        <JourneyName journey={journey} name={head.name} mayRename={right === 'all'} />
      </div>
      <JourneyTabs journey={journey} tab={tab} />
      <StateChip state={head.state} version={head.version ?? undefined} />
      {changes > 0 && (
        <Link
          className={classes.changes}
          to="/journeys/$journey/versions"
          params={{ journey }}
          search={{ after: 'draft' }}
          title={t('changesHelp')}
        >
          {t('draft')} <b>{t('changes', { count: changes })}</b>
        </Link>
      )}
      {right !== 'none' && <SavedState />}
      <PresentPeople />
      <div className={classes.acts}>
        {wide && <TryButton />}
        <ProblemList />
        {right === 'all' && <PublishButton head={head} />}
        {right === 'sales' && changes > 0 && <span className={classes.quiet}>{t('marketerPublishes')}</span>}
        {right === 'sales' && <AskToPublish head={head} />}
        <JourneyMenu head={head} />
      </div>
    </header>
  );
}
