import { Button, SegmentedControl } from '@mantine/core';
import type { JourneyId, LeadId } from '@sodate/journey/id';
import type { Trial } from '@sodate/services/journey/read-trial';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Activity, Suspense, useState } from 'react';
import { JourneyBar } from '../journeys/journey-bar.tsx';
import { useJourneyHead } from '../journeys/use-journey-head.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { trpc } from '../server/trpc.ts';
import { BlockedTrial } from './blocked-trial.tsx';
import { CrowdTrial } from './crowd-trial.tsx';
import { OneTrial } from './one-trial.tsx';
import type { texts } from './texts.ja.ts';
import classes from './trial.module.css';

/** The draft, tried on one lead or on twenty. All of it happens in the browser: nothing can be sent. */
export function TrialPage() {
  const { journey } = useParams({ from: '/journeys/$journey/trial' });
  return (
    <Suspense fallback={<PendingScreen />}>
      <Trying key={journey} journey={journey as JourneyId} />
    </Suspense>
  );
}

/** A trial that can be run: without errors in the way. */
export type RunnableTrial = Trial & { readonly plan: NonNullable<Trial['plan']> };

function Trying({ journey }: { journey: JourneyId }) {
  const t = useTexts<typeof texts>('trial');
  const head = useJourneyHead({ journey });
  const [lead, setLead] = useState<LeadId>();
  const [mode, setMode] = useState<'one' | 'many'>('one');
  const { data: trial, refetch } = useSuspenseQuery(
    trpc.journeys.trial.queryOptions(
      { journey, ...(lead === undefined ? {} : { lead }) },
      { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false },
    ),
  );
  const stale = head.draftRevision > trial.revision;
  return (
    <div className={classes.screen}>
      <title>{`${t('title')} | ${head.name} | Sodate`}</title>
      <JourneyBar
        journey={journey}
        tab="edit"
        acts={
          <Button
            variant="default"
            data-always
            renderRoot={(props) => <Link {...props} to="/journeys/$journey" params={{ journey }} />}
          >
            {t('finish')}
          </Button>
        }
      />
      <div className={classes.ink} role="status">
        <b>{t('ink')}</b>
        <span>{t('inkHelp')}</span>
      </div>
      {isRunnable(trial) ? (
        <main className={classes.content}>
          <div className={classes.head}>
            <SegmentedControl
              size="xs"
              aria-label={t('mode')}
              value={mode}
              onChange={(value) => setMode(value === 'many' ? 'many' : 'one')}
              data={[
                { value: 'one', label: t('one') },
                { value: 'many', label: t('many') },
              ]}
            />
            {stale && (
              <p className={classes.stale} role="alert">
                <Icon name="history" size={14} />
                {t('stale')}
                <Button size="compact-xs" variant="default" onClick={() => void refetch()}>
                  {t('tryAgain')}
                </Button>
              </p>
            )}
          </div>
          {/* Kept while the crowd is looked at: what was chosen for the one is not to be chosen again. */}
          <Activity mode={mode === 'one' ? 'visible' : 'hidden'}>
            <OneTrial trial={trial} stale={stale} lead={lead} onLead={setLead} />
          </Activity>
          {mode === 'many' && <CrowdTrial trial={trial} stale={stale} />}
        </main>
      ) : (
        <main className={classes.empty}>
          <BlockedTrial journey={journey} trial={trial} />
        </main>
      )}
    </div>
  );
}

function isRunnable(trial: Trial): trial is RunnableTrial {
  return trial.plan !== null;
}
