import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import classes from './inbox-list.module.css';
import type { InboxSearch } from './inbox-search.ts';
import type { texts } from './texts.ja.ts';

/** Of a list that a number on Home leads to: what it holds, how many that are, and the way back. */
export function CountedHeading({ search: { view: _view, ...asked } }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const { data } = useQuery(trpc.handoffs.countListed.queryOptions(asked, { refetchInterval: 15_000 }));
  const which = useWhich(asked);
  const count = data === undefined ? undefined : formats.number(data.count);
  return (
    <p>
      <b>{which}</b>
      {count !== undefined && t(data?.more === true ? 'dueMore' : 'dueCount', { count })}{' '}
      <Link className={`link ${classes.again}`} to="/handoffs">
        {t('allAgain')}
      </Link>
    </p>
  );
}

function useWhich({ due, answer, outcome, answered }: InboxSearch): string {
  const t = useTexts<typeof texts>('handoffs');
  if (answered !== undefined) return t('answeredToday');
  if (outcome !== undefined) return t(`cameTo.${outcome}`);
  return [
    ...(due === undefined || (due === 'ever' && answer !== undefined) ? [] : [t(`dueIn.${due}`)]),
    ...(answer === undefined ? [] : [t(`answer.${answer}`)]),
  ].join(t('joined'));
}
