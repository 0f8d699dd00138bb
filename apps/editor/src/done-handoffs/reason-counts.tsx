import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useReasonWords } from '../answer-reasons/use-reason-words.ts';
import type { InboxReason, InboxSearch } from '../handoffs/inbox-search.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import classes from './reason-counts.module.css';
import type { texts } from './texts.ja.ts';

/** Of what was lost or rejected: how many for each reason; each number leads to those. */
export function ReasonCounts({ search }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('done-handoffs');
  const words = useReasonWords();
  const { view: _view, reason: chosen, ...which } = search;
  const result = search.outcome === 'lost' ? search.outcome : search.result;
  const asked = result === 'lost' || result === 'rejected' ? { ...which, result } : skipToken;
  const { data } = useQuery(
    trpc.handoffs.countReasons.queryOptions(asked, { refetchInterval: 15_000, placeholderData: keepPreviousData }),
  );
  if (asked === skipToken || data === undefined || data.length === 0) return null;
  const { reason: _reason, ...all } = search;
  const linkTo = (reason: InboxReason | undefined): InboxSearch => (reason === undefined ? all : { ...all, reason });
  return (
    <ul className={classes.reasons} aria-label={t('reasons')}>
      {data.map(({ reason, count }) => {
        const key = reason ?? 'unsaid';
        return (
          <li key={key}>
            <Link
              className="link"
              to="/handoffs"
              search={linkTo(key)}
              {...(key === chosen ? { 'aria-current': true } : {})}
            >
              {t('reason', { reason: words(reason) ?? t('unsaid'), count })}
            </Link>
          </li>
        );
      })}
      {chosen !== undefined && (
        <li>
          <Link className="link" to="/handoffs" search={linkTo(undefined)}>
            {t('allReasons')}
          </Link>
        </li>
      )}
    </ul>
  );
}
