import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Selection } from '../bulk/use-selection.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

const words = ['arrived', 'again', 'missing', 'seen'] as const;

/** A person's word on many sends at once. */
export function BulkWords({ selection, total }: { selection: Selection; total: number }) {
  const t = useTexts<typeof texts>('sends');
  const [asking, setAsking] = useState<(typeof words)[number]>();
  const count = selection.all ? total : selection.picked.size;
  const ask = useMutation(
    trpc.bulk.ask.mutationOptions({
      onSettled: async () => {
        selection.clear();
        for (const router of [trpc.bulk, trpc.effects, trpc.home])
          await queryClient.invalidateQueries({ queryKey: router.pathKey() });
      },
    }),
  );
  const choice = selection.all
    ? { kind: 'matching' as const }
    : { kind: 'picked' as const, ids: [...selection.picked] };
  return (
    <>
      {words.map((as) => (
        <Button key={as} size="xs" variant="default" disabled={count === 0} onClick={() => setAsking(as)}>
          {t(as)}
        </Button>
      ))}
      {asking !== undefined && (
        <Confirm
          opened
          onClose={() => setAsking(undefined)}
          title={t(`ask.${asking}`, { count })}
          action={t(asking)}
          danger={asking === 'again'}
          onConfirm={() => ask.mutateAsync({ verb: { kind: 'settle', as: asking }, choice })}
        >
          {t(`askHelp.${asking}`)}
        </Confirm>
      )}
    </>
  );
}
