import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { Icon } from '../parts/icon.tsx';
import { ShortcutMark } from './answer-choices.tsx';
import type { InboxSearch } from './inbox-search.ts';
import type { ListedHandoff } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';

/** On to a hand-off, by its lead's name or by a key. */
export function NextLink({
  handoff,
  search,
  words,
}: {
  handoff: ListedHandoff;
  search: InboxSearch;
  words: 'next' | 'nextUnanswered';
}) {
  const t = useTexts<typeof texts>('handoffs');
  const leadName = useLeadName();
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
          params={{ handoff: handoff.id }}
          search={search}
          resetScroll={false}
        />
      )}
    >
      {t(words, { name: leadName(handoff.lead) })}
      <ShortcutMark keys="N" />
    </Button>
  );
}
