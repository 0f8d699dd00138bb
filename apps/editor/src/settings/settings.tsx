import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { isFor } from '../frame/destinations.ts';
import { useTexts } from '../language/use-texts.ts';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { useSession } from '../server/use-session.ts';
import { sections } from './sections.ts';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';

export function Settings() {
  const t = useTexts<typeof texts>('settings');
  const { role } = useSession().person;
  const own = sections.filter((destination) => isFor({ destination, role }));
  return (
    <Page>
      <PageHeader title={t('title')} />
      <div className={classes.columns}>
        {own.length > 1 && (
          <nav className={classes.sections} aria-label={t('sections')}>
            {own.map(({ to, title }) => (
              <Link key={to} className={classes.section} to={to} activeOptions={{ exact: true }}>
                {t(title)}
              </Link>
            ))}
          </nav>
        )}
        <div className={classes.body}>
          <Suspense fallback={<PendingScreen />}>
            <Outlet />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}
