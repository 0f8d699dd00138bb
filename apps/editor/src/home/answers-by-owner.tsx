import { Skeleton } from '@mantine/core';
import type {
  AnswersByOwner as AnswersByOwnerData,
  AnswersOfOwner,
} from '@sodate/services/home/count-answers-by-owner';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { InboxSearch } from '../handoffs/inbox-search.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import classes from './answers-by-owner.module.css';
import type { texts } from './texts.ja.ts';

const hourMs = 3_600_000;
const parts = ['inTime', 'late', 'overdue'] as const;

/** For whoever leads the reps: who answers on time this month and who does not, the latter first, and what came of it. For a rep their own. */
export function AnswersByOwner() {
  const t = useTexts<typeof texts>('home');
  const own = useSession().person.role === 'sales-rep';
  const title = t(own ? 'owners.titleOwn' : 'owners.title');
  const { data } = useQuery(trpc.home.answersByOwner.queryOptions());
  // About as high as what comes, so that the panels below hardly move.
  if (data === undefined) {
    return (
      <Panel title={title} aside={t('owners.aside')}>
        <Skeleton height={own ? 80 : 200} />
      </Panel>
    );
  }
  const { owners, others, total } = data;
  return (
    <Panel title={title} aside={t('owners.aside')}>
      {own && <AnsweredToday />}
      {owners.length === 0 && <p className="muted">{t('owners.none')}</p>}
      <ul>
        {owners.length > 1 && <Row counts={total} name={t('owners.total')} medianMs={null} search={{}} />}
        {owners.map(({ id, name, left, medianMs, ...counts }) => (
          <Row
            key={id ?? ''}
            counts={counts}
            name={name ?? t('owners.nobody')}
            left={left}
            medianMs={medianMs}
            search={{ owner: id ?? 'nobody' }}
          />
        ))}
      </ul>
      {others > 0 && <p className={classes.help}>{t('owners.others', { count: others })}</p>}
      {owners.length > 0 && (
        <details className={classes.help}>
          <summary>{t('owners.how')}</summary>
          {t('owners.help')}
        </details>
      )}
    </Panel>
  );
}

/** What a rep did today: the month's numbers move too little to tell. */
function AnsweredToday() {
  const t = useTexts<typeof texts>('home');
  const { data } = useQuery(trpc.home.answeredToday.queryOptions(undefined, { refetchInterval: 30_000 }));
  if (data === undefined) return null;
  if (data === 0) return <p className={classes.today}>{t('owners.noneToday')}</p>;
  return (
    <p className={classes.today}>
      <Link className="link" to="/handoffs" search={{ answered: 'today' }}>
        {t('owners.today', { count: data })}
      </Link>
    </p>
  );
}

/** One owner's answers and what came of them, or all of them together; each number leads to those that it counts. */
function Row({
  counts: { inTime, late, overdue, met, won, lost },
  name,
  left = false,
  medianMs,
  search,
}: {
  counts: AnswersByOwnerData['total'];
  name: string;
  /** Deactivated. */
  left?: boolean;
  medianMs: AnswersOfOwner['medianMs'];
  /** Whose: everybody's where it names nobody. */
  search: Pick<InboxSearch, 'owner'>;
}) {
  const t = useTexts<typeof texts>('home');
  const formats = useFormats();
  // 24 open hours are no day of work: whole hours, then.
  const spanOf = (spanMs: number) =>
    spanMs < 24 * hourMs ? formats.span(spanMs) : t('owners.hours', { count: Math.round(spanMs / hourMs) });
  const all = inTime + late + overdue;
  const shares = { inTime, late, overdue };
  const lines = [
    { which: { due: 'month', answer: 'in-time' }, count: inTime, words: t('owners.line', { inTime, all }) },
    { which: { due: 'month', answer: 'late' }, count: late, words: t('owners.late', { count: late }) },
    { which: { due: 'month', answer: 'overdue' }, count: overdue, words: t('owners.overdue', { count: overdue }) },
    { which: { outcome: 'met' }, count: met, words: t('owners.met', { count: met }) },
    { which: { outcome: 'won' }, count: won, words: t('owners.won', { count: won }) },
    { which: { outcome: 'lost' }, count: lost, words: t('owners.lost', { count: lost }) },
  ] as const;
  // An order without a meeting looks like a slip: that there was none is said.
  const shown = lines.filter(
    ({ which, count }) => count > 0 || ('outcome' in which && which.outcome === 'met' && won > 0),
  );
  return (
    <li className={classes.row}>
      <Link className="link" to="/handoffs" search={{ due: 'month', ...search }}>
        <b>{name}</b>
      </Link>
      {left && <small className="muted">{t('owners.left')}</small>}
      {all > 0 && <b className={classes.share}>{t('owners.share', { share: formats.percent(inTime / all) })}</b>}
      <span className={classes.bar} aria-hidden="true">
        {parts.map((part) => shares[part] > 0 && <i key={part} data-part={part} style={{ flex: shares[part] }} />)}
      </span>
      <ul className={classes.counts}>
        {all > 0 && inTime === 0 && <li>{t('owners.line', { inTime, all })}</li>}
        {shown.map(({ which, count, words }) => (
          <li key={words}>
            {count === 0 ? (
              words
            ) : (
              <Link className="link" to="/handoffs" search={{ ...which, ...search }}>
                {words}
              </Link>
            )}
          </li>
        ))}
        {medianMs !== null && <li>{t('owners.median', { span: spanOf(medianMs) })}</li>}
      </ul>
    </li>
  );
}
