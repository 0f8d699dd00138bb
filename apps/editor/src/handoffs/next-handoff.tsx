import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { Icon } from '../parts/icon.tsx';
import { ShortcutMark } from './answer-choices.tsx';
import classes from './decide.module.css';
import type { InboxSearch } from './inbox-search.ts';
import type { ListedHandoff } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';
import { ToWorking } from './to-working.tsx';

/** On to the next one that waits, without the list in between; after the last one, that it was the last, and to those in progress. */
export function NextHandoff({ next, search }: { next: ListedHandoff | undefined; search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  const leadName = useLeadName();
  if (next === undefined && search.view === 'working') return <p className={classes.none}>{t('noNextWorking')}</p>;
  if (next === undefined) {
    return (
      <>
        <p className={classes.none}>{t('noNext')}</p>
        <ToWorking search={search} />
      </>
    );
  }
  return (
    <Button
      size="md"
      variant="light"
      rightSection={<Icon name="right" />}
      renderRoot={(props) => (
        <Link
          {...props}
          aria-keyshortcuts="N"
          to="/handoffs/$handoff"
          params={{ handoff: next.id }}
          search={search}
          resetScroll={false}
        />
      )}
    >
      {t('next', { name: leadName(next.lead) })}
      <ShortcutMark keys="N" />
    </Button>
  );
}
