import type { JourneyId } from '@sodate/journey/id';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { Mark } from '../parts/mark.tsx';
import { StateChip } from '../parts/state-chip.tsx';
import { type JourneyTab, JourneyTabs } from './journey-tabs.tsx';
import type { texts } from './texts.ja.ts';
import classes from './top-bar.module.css';
import { useJourneyHead } from './use-journey-head.ts';

/** The bar over a journey's views beside the canvas: what this is, how it stands, the other views. */
export function JourneyBar({ journey, tab, acts }: { journey: JourneyId; tab: JourneyTab; acts?: ReactNode }) {
  const t = useTexts<typeof texts>('journeys');
  const head = useJourneyHead({ journey });
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
        <h1 className={classes.name}>{head.name}</h1>
      </div>
      <JourneyTabs journey={journey} tab={tab} />
      <StateChip state={head.state} version={head.version ?? undefined} />
      <div className={classes.acts}>{acts}</div>
    </header>
  );
}
