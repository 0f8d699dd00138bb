import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Selection } from '../bulk/use-selection.ts';
import { useTexts } from '../language/use-texts.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { StuckSearch } from './routes.ts';
import type { texts } from './texts.ja.ts';
import { type Way, waysOf } from './way.ts';
import { WayDialog } from './way-dialog.tsx';

/** What can be done with the leads picked. */
export function WaysOut({
  selection,
  search,
  total,
  journey,
}: {
  selection: Selection;
  search: StuckSearch;
  total: number;
  /** The one journey of all that are picked: only within one are there nodes to move to. */
  journey: string | undefined;
}) {
  const t = useTexts<typeof texts>('stuck');
  const { role } = useSession().person;
  const [asking, setAsking] = useState<Way>();
  const ask = useMutation(
    trpc.bulk.ask.mutationOptions({
      onSettled: async () => {
        selection.clear();
        for (const router of [trpc.bulk, trpc.enrollments, trpc.home])
          await queryClient.invalidateQueries({ queryKey: router.pathKey() });
      },
    }),
  );
  const count = selection.all ? total : selection.picked.size;
  const choice = selection.all
    ? { kind: 'matching' as const, ...search }
    : { kind: 'picked' as const, ids: [...selection.picked] };
  return (
    <>
      {waysOf(role).map((way) => (
        <Button
          key={way}
          size="xs"
          variant={way === 'remove' ? 'subtle' : 'default'}
          {...(way === 'remove' ? { color: 'danger' } : {})}
          disabled={way === 'move' && journey === undefined}
          onClick={() => setAsking(way)}
        >
          {t(`way.${way}`)}
        </Button>
      ))}
      {waysOf(role).includes('move') && journey === undefined && <small className="muted">{t('oneJourney')}</small>}
      {asking !== undefined && (
        <WayDialog
          way={asking}
          count={count}
          journey={journey}
          onClose={() => setAsking(undefined)}
          onGo={(verb) => ask.mutateAsync({ verb, choice })}
        />
      )}
    </>
  );
}
