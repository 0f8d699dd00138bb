import { useTexts } from '../language/use-texts.ts';
import { BackToList } from './back-to-list.tsx';
import classes from './decide.module.css';
import type { InboxSearch } from './inbox-search.ts';
import { NextLink } from './next-link.tsx';
import type { texts } from './texts.ja.ts';
import { useHandoffList } from './use-handoff-list.ts';

/** Below the last of those in progress: to the most urgent that is not answered, or back to the list where all are. */
export function AfterLast({ search }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  const { owner } = search;
  const unanswered: InboxSearch = { view: 'open', ...(owner === undefined ? {} : { owner }) };
  const { list, rows } = useHandoffList(unanswered);
  const first = rows.find(({ mayOpen }) => mayOpen);
  if (list.isPending) return null;
  return (
    <>
      <p className={classes.none}>{t('noNextWorking')}</p>
      {first === undefined ? (
        <BackToList search={search} />
      ) : (
        <NextLink handoff={first} search={unanswered} words="nextUnanswered" />
      )}
    </>
  );
}
