import { useTexts } from '../language/use-texts.ts';
import { AfterLast } from './after-last.tsx';
import classes from './decide.module.css';
import type { InboxSearch } from './inbox-search.ts';
import type { ListedHandoff } from './inbox-types.ts';
import { NextLink } from './next-link.tsx';
import type { texts } from './texts.ja.ts';
import { ToWorking } from './to-working.tsx';

/** On to the next one that waits, without the list in between; after the last one, to what else there is to do. */
export function NextHandoff({
  next,
  passedOver,
  search,
}: {
  next: ListedHandoff | undefined;
  passedOver: number;
  search: InboxSearch;
}) {
  const t = useTexts<typeof texts>('handoffs');
  if (next !== undefined) {
    return (
      <>
        {passedOver > 0 && <p className={classes.none}>{t('passesOver', { count: passedOver })}</p>}
        <NextLink handoff={next} search={search} words="next" />
      </>
    );
  }
  if (search.view === 'working') return <AfterLast search={search} />;
  return (
    <>
      <p className={classes.none}>{t('noNext')}</p>
      <ToWorking search={search} />
    </>
  );
}
