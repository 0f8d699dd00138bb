import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { InboxSearch } from './inbox-search.ts';
import type { texts } from './texts.ja.ts';

/** On from where no open ones are left: to those in progress, and how many they are. Nothing where there are none. */
export function ToWorking({ search: { owner } }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  const scope = owner === undefined ? {} : { owner };
  const { data } = useQuery(trpc.handoffs.count.queryOptions(scope));
  if (data === undefined || data.working === 0) return null;
  return (
    <Button
      variant="default"
      renderRoot={(root) => <Link {...root} to="/handoffs" search={{ ...scope, view: 'working' }} />}
    >
      {t('toWorking', { count: data.working })}
    </Button>
  );
}
