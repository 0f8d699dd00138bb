import { Button } from '@mantine/core';
import { asInstant } from '@sodate/journey/time/instant';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { rightOf } from '../journeys/right-of.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { DueContacts } from '../next-contact/due-contacts.tsx';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { AnswersByOwner } from './answers-by-owner.tsx';
import { DueHandoffs } from './due-handoffs.tsx';
import { EmptyHome } from './empty-home.tsx';
import { Funnel } from './funnel.tsx';
import { HandoffsOfWeek } from './handoffs-of-week.tsx';
import classes from './home.module.css';
import { homeQueries } from './home-queries.ts';
import { LiveJourneys } from './live-journeys.tsx';
import { MadeUpNote } from './made-up-note.tsx';
import { Needs } from './needs.tsx';
import type { texts } from './texts.ja.ts';
import { WeekOfSends } from './week-of-sends.tsx';

const refreshMs = 30_000;

export function Home() {
  const { data: totals } = useQuery(trpc.home.journeys.queryOptions(undefined, { refetchInterval: refreshMs }));
  const { role } = useSession().person;
  const sells = role === 'sales-rep';
  const leads = role === 'sales-manager';
  const asked = useQueries({ queries: homeQueries });
  if (totals === undefined || asked.some(({ isPending }) => isPending)) return <PendingScreen />;
  const { draft, live, paused, stopped } = totals.byState;
  if (draft + live + paused + stopped === 0) return <EmptyHome />;
  return (
    <Page>
      {sells || leads ? <SalesHeader own={sells} /> : <Header live={live} inFlight={totals.inFlight} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          {sells && <AnswersByOwner />}
          <Funnel />
          {leads && <AnswersByOwner />}
          {!(sells && live === 0 && totals.held === 0) && (
            <LiveJourneys drafts={draft} paused={paused} held={totals.held} />
          )}
          <WeekOfSends />
          {role === 'admin' && <AnswersByOwner />}
        </div>
        <div className={classes.column}>
          {(sells || leads || role === 'admin') && <DueContacts />}
          {sells && <DueHandoffs />}
          <Needs />
          {!sells && <DueHandoffs />}
          <HandoffsOfWeek />
        </div>
      </div>
      <MadeUpNote />
    </Page>
  );
}

function Header({ live, inFlight }: { live: number; inFlight: number }) {
  const t = useTexts<typeof texts>('home');
  const formats = useFormats();
  const { role } = useSession().person;
  // Over several journeys it is passages that are summed: a lead in two of them counts twice.
  const headline =
    live === 1 ? t('headlineOfOne', { leads: inFlight }) : t('headline', { count: live, leads: inFlight });
  const nobody = live === 0 ? t('headlineNone') : t('headlineNobody', { count: live });
  return (
    <PageHeader
      title={live === 0 || inFlight === 0 ? nobody : <RichText text={headline} />}
      name={t('title')}
      above={formats.dateTime(asInstant(Date.now()))}
    >
      {rightOf(role) === 'all' && (
        <Button
          leftSection={<Icon name="plus" />}
          renderRoot={(root) => <Link to="/journeys" search={{ create: true }} {...root} />}
        >
          {t('create')}
        </Button>
      )}
    </PageHeader>
  );
}

/** Sales come for what waits for an answer, not for how many journeys run. */
function SalesHeader({ own }: { own: boolean }) {
  const t = useTexts<typeof texts>('home');
  const formats = useFormats();
  const { data } = useQuery(trpc.handoffs.count.queryOptions({}, { refetchInterval: refreshMs }));
  // The list below leaves test leads out.
  const open = data === undefined ? 0 : data.open - data.openTests;
  return (
    <PageHeader
      title={
        open === 0 ? t('handoffs.none') : <RichText text={t(own ? 'headlineOwn' : 'headlineTeam', { count: open })} />
      }
      name={t('title')}
      above={formats.dateTime(asInstant(Date.now()))}
    />
  );
}
