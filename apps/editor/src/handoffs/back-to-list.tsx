import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import type { InboxSearch } from './inbox-search.ts';
import type { texts } from './texts.ja.ts';

/** From an answer back to the list it was found in, where there is no next one to name. */
export function BackToList({ search }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  return (
    <Button
      variant="default"
      leftSection={<Icon name="left" />}
      renderRoot={(root) => <Link {...root} aria-keyshortcuts="N" to="/handoffs" search={search} />}
    >
      {t('backToList')}
    </Button>
  );
}
