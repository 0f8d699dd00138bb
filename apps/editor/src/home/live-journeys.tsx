import type { RecentMails } from '@sodate/services/home/count-recent-mails';
import type { FlowPicture as FlowPictureData } from '@sodate/services/home/read-flow-pictures';
import type { WeekOfSends } from '@sodate/services/home/read-week-of-sends';
import type { ListedJourney } from '@sodate/services/journey/list-journeys';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { rightOf } from '../journeys/right-of.ts';
import { useFault } from '../journeys/use-fault.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { draftsQuery } from './drafts-query.ts';
import { FlowPicture } from './flow-picture.tsx';
import classes from './live-journeys.module.css';
import { liveJourneysQuery } from './live-journeys-query.ts';
import type { texts } from './texts.ja.ts';

const refreshMs = 30_000;

/** Each live journey with its picture, how it goes, its numbers, and what it sends next. */
export function LiveJourneys({
  drafts,
  paused,
  held,
}: {
  drafts: number;
  paused: number;
  /** Leads in paused journeys. */
  held: number;
}) {
  const t = useTexts<typeof texts>('home');
  const { data } = useQuery(liveJourneysQuery);
  const journeys = data?.rows ?? [];
  const { data: pictures } = useQuery({
    ...trpc.home.flowPictures.queryOptions({ journeys: journeys.map(({ id }) => id) }),
    enabled: journeys.length > 0,
  });
  const { data: mails } = useQuery(trpc.home.recentMails.queryOptions(undefined, { refetchInterval: refreshMs }));
  const { data: week } = useQuery(trpc.home.weekOfSends.queryOptions());
  const mayGoOn = rightOf(useSession().person.role) !== 'none';
  const all = drafts + paused > 0 ? t('journeys.others', { drafts, paused }) : t('journeys.all');
  return (
    <Panel
      title={t('journeys.title')}
      actions={
        <Link className="link" to="/journeys">
          {all}
        </Link>
      }
    >
      {data !== undefined && journeys.length === 0 && <p className="muted">{t('headlineNone')}</p>}
      {data !== undefined && journeys.length === 0 && drafts > 0 && held === 0 && mayGoOn && <DraftsToGoOn />}
      <ul className={classes.list}>
        {journeys.map((journey) => {
          const picture = pictures?.find((one) => one.journey === journey.id);
          return (
            <li key={journey.id} className={classes.row}>
              <Link className={classes.link} to="/journeys/$journey" params={{ journey: journey.id }}>
                <span className={classes.picture}>{picture !== undefined && <FlowPicture picture={picture} />}</span>
                <Words journey={journey} begins={picture?.begins ?? []} next={week?.next[journey.id]} />
                <Numbers journey={journey} />
              </Link>
              <Mails journey={journey} mails={mails?.[journey.id]} />
            </li>
          );
        })}
      </ul>
      {held > 0 && (
        <p className={classes.held}>
          <Icon name="pause" size={14} />
          <Link className="link" to="/journeys">
            {t('journeys.held', {
              journeys: t('journeys.pausedOnes', { count: paused }),
              leads: t('journeys.heldLeads', { count: held }),
            })}
          </Link>
        </p>
      )}
    </Panel>
  );
}

/** What it sent of late, and how much it did not: as many as that may be all, and nothing else would say so. */
function Mails({ journey: { id, name }, mails }: { journey: ListedJourney; mails: RecentMails | undefined }) {
  const t = useTexts<typeof texts>('home');
  if (mails === undefined) return null;
  const { sent, withheld, withheldAt } = mails;
  return (
    <p className={classes.mails}>
      {t('journeys.sent', { count: sent })}
      {withheld > 0 && (
        <>
          {' · '}
          <Link
            className="link"
            to="/journeys/$journey"
            params={{ journey: id }}
            search={withheldAt === null ? {} : { node: withheldAt, results: true }}
            title={t('journeys.withheldWhy', { count: withheld, journey: name })}
          >
            {t('journeys.withheld', { count: withheld })}
          </Link>
        </>
      )}
    </p>
  );
}

/** While nothing is live, the way on leads through what was begun. */
function DraftsToGoOn() {
  const t = useTexts<typeof texts>('home');
  const { data } = useQuery(draftsQuery);
  return data?.rows.map(({ id, name }) => (
    <p key={id} className={classes.draft}>
      <Link className="link" to="/journeys/$journey" params={{ journey: id }}>
        {t('journeys.goOn', { name })}
      </Link>
    </p>
  ));
}

function Words({
  journey,
  begins,
  next,
}: {
  journey: ListedJourney;
  begins: FlowPictureData['begins'];
  next: WeekOfSends['next'][keyof WeekOfSends['next']] | undefined;
}) {
  const t = useTexts<typeof texts>('home');
  const text = useText();
  const formats = useFormats();
  const { name, version, draftDiffers, retrying } = journey;
  const fault = useFault(journey);
  const names = begins.map((title) => t('journeys.begin', { title: text(title) })).join(t('journeys.or'));
  const waits = journey.inFlight === 0 && names !== '' ? t('journeys.waitsFor', { names }) : t('journeys.noNext');
  return (
    <div className={classes.words}>
      <h3 className={classes.name}>
        {name}
        {fault === undefined && retrying > 0 ? (
          <span className={classes.retrying}>
            <Icon name="history" size={14} />
            {t('journeys.retrying', { count: retrying })}
          </span>
        ) : (
          <Standing journey={journey} fault={fault} />
        )}
      </h3>
      <p>
        {version !== null && `v${version}`}
        {draftDiffers && ` · ${t('journeys.changed')}`}
      </p>
      <p className={classes.next}>
        {next === undefined ? waits : t('journeys.next', { at: formats.dateTime(next.at), count: next.mails })}
      </p>
    </div>
  );
}

/** How it goes: what is wrong, that nobody is there, or that all is well. */
function Standing({ journey: { inFlight, entered }, fault }: { journey: ListedJourney; fault: string | undefined }) {
  const t = useTexts<typeof texts>('home');
  if (fault !== undefined) {
    return (
      <span className={classes.stuck}>
        <Icon name="alert" size={14} />
        {fault}
      </span>
    );
  }
  if (inFlight === 0) {
    return (
      <span className={classes.quiet}>
        <Icon name="clock" size={14} />
        {t(entered === 0 ? 'journeys.nobodyYet' : 'journeys.nobodyNow')}
      </span>
    );
  }
  return (
    <span className={classes.well}>
      <Icon name="check" size={14} />
      {t('journeys.well')}
    </span>
  );
}

function Numbers({ journey }: { journey: ListedJourney }) {
  const t = useTexts<typeof texts>('home');
  const formats = useFormats();
  const numbers = [
    ['inFlight', journey.inFlight],
    ['recent', journey.enteredIn7Days],
    ['entered', journey.entered],
  ] as const;
  return (
    <dl className={classes.numbers}>
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`journeys.${name}`)}</dt>
          <dd>
            {formats.number(value)}
            <span className="unit">{t('journeys.people', { count: value })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
