import type { JourneyId, NodeId } from '@sodate/journey/id';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import classes from './people-list.module.css';
import type { texts } from './texts.ja.ts';

/** The leads at one node: who, since when, until when; each leads to the passage. */
export function PeopleList({ journey, node, which }: { journey: JourneyId; node: NodeId; which: 'open' | 'stuck' }) {
  const t = useTexts<typeof texts>('journeys');
  const text = useText();
  const { dateTime } = useFormats();
  const paging = usePaging({ reset: `${node}/${which}` });
  const { data } = useQuery({
    ...trpc.journeys.people.queryOptions({
      journey,
      node,
      which,
      limit: 30,
      ...(paging.after === undefined ? {} : { after: paging.after }),
    }),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
  if (data === undefined) return null;
  if (data.rows.length === 0) return <p className="muted">{t('nobodyHere')}</p>;
  return (
    <>
      <ul className={classes.people}>
        {data.rows.map((row) => (
          <li key={row.enrollment}>
            <a href={`/enrollments/${row.enrollment}`} className={classes.person}>
              <b>
                {row.name || row.email || t('nameless')}
                {row.test && <small className={classes.tag}>{t('testLead')}</small>}
              </b>
              <small>{row.company ?? ''}</small>
              <small>
                {row.state === 'stuck' && (
                  <span className={classes.stuck}>
                    <Icon name="alert" size={12} />
                    {row.stuckWhy === null ? t('stuckHere') : text(row.stuckWhy)}
                  </span>
                )}
                {row.state !== 'stuck' &&
                  (row.until === null
                    ? t('since', { time: dateTime(row.arrivedAt) })
                    : t('until', { time: dateTime(row.until) }))}
              </small>
            </a>
          </li>
        ))}
      </ul>
      {(paging.page > 1 || data.next !== undefined) && (
        <nav className={classes.pages} aria-label={t('pages')}>
          <button type="button" className="link" disabled={paging.page === 1} onClick={paging.toPrevious}>
            {t('previous')}
          </button>
          <button
            type="button"
            className="link"
            disabled={data.next === undefined}
            onClick={() => data.next !== undefined && paging.toNext(data.next)}
          >
            {t('next')}
          </button>
        </nav>
      )}
    </>
  );
}
