import type { JourneyId } from '@sodate/journey/id';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import type { texts } from './texts.ja.ts';
import classes from './top-bar.module.css';

export type JourneyTab = 'edit' | 'leads' | 'versions';

/** The views of one journey. */
export function JourneyTabs({ journey, tab }: { journey: JourneyId; tab: JourneyTab }) {
  const t = useTexts<typeof texts>('journeys');
  // On a phone a journey is read, not drawn.
  const drawing = t(useIsWide() ? 'edit' : 'see');
  const params = { journey };
  const current = (one: JourneyTab) => (one === tab ? 'page' : undefined);
  return (
    <nav className={classes.tabs} aria-label={t('views')}>
      <Link
        to="/journeys/$journey"
        params={params}
        activeOptions={{ exact: true }}
        aria-current={current('edit')}
        data-words={drawing}
      >
        {drawing}
      </Link>
      <Link to="/journeys/$journey/leads" params={params} aria-current={current('leads')} data-words={t('leads')}>
        {t('leads')}
      </Link>
      <Link
        to="/journeys/$journey/versions"
        params={params}
        aria-current={current('versions')}
        data-words={t('versions')}
      >
        {t('versions')}
      </Link>
    </nav>
  );
}
