import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { useSession } from '../server/use-session.ts';
import classes from './journey-leads.module.css';
import type { texts } from './texts.ja.ts';

/** How to go through a live journey oneself, without waiting for days and without touching its numbers. */
export function TryLive() {
  const t = useTexts<typeof texts>('journeys');
  const { role } = useSession().person;
  if (role === 'viewer' || role === 'sales-rep') return null;
  const setsTests = role === 'admin' || role === 'marketer';
  return (
    <Panel title={t('tryLive')}>
      <ol className={classes.steps}>
        <li>
          {t(setsTests ? 'tryLiveAddress' : 'tryLiveAsk')}{' '}
          {setsTests && (
            <Link className="link" to="/settings/test-leads">
              {t('tryLiveSettings')}
            </Link>
          )}
        </li>
        <li>
          {t('tryLiveLead')}{' '}
          <Link className="link" to="/leads">
            {t('tryLiveLeads')}
          </Link>
        </li>
        <li>{t('tryLiveForward')}</li>
      </ol>
    </Panel>
  );
}
