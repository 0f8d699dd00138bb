import type { ListedWriteKey } from '@sodate/services/write-key/list-write-keys';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';

const waitMs = 3_000;

/** Each site that visits came from or are waited for, changing by itself when the first one arrives. */
export function VisitedSites({ keys }: { keys: readonly ListedWriteKey[] }) {
  const t = useTexts<typeof texts>('settings');
  const formats = useFormats();
  const { data } = useQuery(trpc.writeKeys.visitedSites.queryOptions(undefined, { refetchInterval: waitMs }));
  if (data === undefined) return null;
  const seen = new Set(data.map(({ host }) => host));
  const named = keys.flatMap(({ domains }) => domains).filter((host) => !host.startsWith('*.') && !seen.has(host));
  const waiting = data.length === 0 && named.length === 0;
  return (
    <ul className={classes.sites} aria-label={t('tag.sites')} aria-live="polite">
      {waiting && (
        <li className={classes.received} data-received={false}>
          <Icon name="clock" />
          <div>
            <b>{t('tag.waiting')}</b>
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
      {data.map(({ host, at }) => (
        <li key={host} className={classes.received} data-received>
          <Icon name="check" />
          <div>
            <b>{t('tag.receivedFrom', { host })}</b>
            <p>{t('tag.lastVisit', { at: formats.dateTime(at) })}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
