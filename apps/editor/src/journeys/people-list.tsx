import type { JourneyId, NodeId } from '@sodate/journey/id';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import classes from './people-list.module.css';
import { PeopleRows } from './people-rows.tsx';
import { rightOf } from './right-of.ts';
import type { texts } from './texts.ja.ts';

/** The leads at one node: who, since when, until when; each leads to the passage. */
export function PeopleList({ journey, node, which }: { journey: JourneyId; node: NodeId; which: 'open' | 'stuck' }) {
  const t = useTexts<typeof texts>('journeys');
  const text = useText();
  const { dateTime } = useFormats();
  const mayFree = rightOf(useSession().person.role) !== 'none';
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
  const lineOf = (row: (typeof data.rows)[number]): ReactNode => {
    if (row.state === 'stuck')
      return (
        <span className={classes.stuck}>
          <Icon name="alert" size={12} />
          {row.stuckWhy === null ? t('stuckHere') : text(row.stuckWhy)}
        </span>
      );
    if (row.retrying !== null)
      return (
        <span className={classes.retrying}>
          <Icon name="history" size={12} />
          {row.retrying.error === null ? t('retrying') : t('retryingSaid', { error: text(row.retrying.error) })}
        </span>
      );
    return row.until === null
      ? t('since', { time: dateTime(row.arrivedAt) })
      : t('until', { time: dateTime(row.until) });
  };
  const rows = data.rows.map((row) => ({ ...row, key: row.enrollment, line: lineOf(row) }));
  return (
    <>
      {which === 'stuck' && mayFree && (
        <Link className="link" to="/stuck" search={{ journey }}>
          {t('toStuck')}
        </Link>
      )}
      <PeopleRows rows={rows} next={data.next} paging={paging} />
    </>
  );
}
