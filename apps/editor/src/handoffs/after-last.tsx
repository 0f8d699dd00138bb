import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
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
        <Button
          variant="default"
          leftSection={<Icon name="left" />}
          renderRoot={(root) => <Link {...root} aria-keyshortcuts="N" to="/handoffs" search={search} />}
        >
          {t('backToList')}
        </Button>
      ) : (
        <NextLink handoff={first} search={unanswered} words="nextUnanswered" />
      )}
    </>
  );
}
