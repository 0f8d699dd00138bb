import type { ListedWriteKey } from '@sodate/services/write-key/list-write-keys';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';

const waitMs = 3_000;

/** Why a visit by an automated browser or a monitor is not found. */
function RobotsLeftOut() {
  const t = useTexts<typeof texts>('settings');
  const formats = useFormats();
  const { data } = useQuery(trpc.writeKeys.robotsToday.queryOptions(undefined, { refetchInterval: waitMs }));
  if (data === undefined || data.last === null) return null;
  return (
    <li className={classes.received} data-received={false}>
      <Icon name="help" />
      <div>
        <b>{t('tag.robots', { count: data.count })}</b>
        <p>{t('tag.robotsHelp')}</p>
        <p className={classes.agent}>
          {t('tag.robotsLast', { at: formats.dateTime(data.last.at), agent: data.last.userAgent })}
        </p>
      </div>
    </li>
  );
}

/** Each site that visits came from or are waited for, changing by itself when the first one arrives. */
export function VisitedSites({ keys }: { keys: readonly ListedWriteKey[] }) {
  const t = useTexts<typeof texts>('settings');
  const formats = useFormats();
  const { data } = useQuery(trpc.writeKeys.visitedSites.queryOptions(undefined, { refetchInterval: waitMs }));
  if (data === undefined) return null;
  const own = data.filter((site) => !site.demo);
  const demo = data.find((site) => site.demo);
  const seen = new Set(own.map(({ host }) => host));
  const named = keys.flatMap(({ domains }) => domains).filter((host) => !host.startsWith('*.') && !seen.has(host));
  const waiting = own.length === 0 && named.length === 0;
  return (
    <ul className={classes.sites} aria-label={t('tag.sites')} aria-live="polite">
      {waiting && (
        <li className={classes.received} data-received={false}>
          <Icon name="clock" />
          <div>
            <b>{t(demo === undefined ? 'tag.waiting' : 'tag.waitingOwn')}</b>
            <p>{t('tag.waitingHelp')}</p>
          </div>
        </li>
      )}
      {[...new Set(named)].map((host) => (
        <li key={host} className={classes.received} data-received={false}>
          <Icon name="clock" />
          <div>
            <b>{t('tag.waitingFor', { host })}</b>
            <p>{t('tag.waitingHelp')}</p>
          </div>
        </li>
      ))}
      {own.map(({ host, at }) => (
        <li key={host} className={classes.received} data-received>
          <Icon name="check" />
          <div>
            <b>{t('tag.receivedFrom', { host })}</b>
            <p>{t('tag.lastVisit', { at: formats.dateTime(at) })}</p>
          </div>
        </li>
      ))}
      {demo !== undefined && (
        <li className={classes.received} data-received={false}>
          <Icon name="external" />
          <div>
            <b>{t('tag.receivedFromDemo')}</b>
            <p>{t('tag.lastVisit', { at: formats.dateTime(demo.at) })}</p>
          </div>
        </li>
      )}
      <RobotsLeftOut />
    </ul>
  );
}
