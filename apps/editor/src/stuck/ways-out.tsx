import { Button } from '@mantine/core';
import type { NodeId } from '@sodate/journey/id';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Selection } from '../bulk/use-selection.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { NodeChoice } from './node-choice.tsx';
import type { StuckSearch } from './routes.ts';
import type { texts } from './texts.ja.ts';

type Way = 'retry' | 'skip' | 'move' | 'remove';

/** What can be done with the leads picked. A sales manager takes leads out, and no more. */
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
  const [node, setNode] = useState<NodeId | null>(null);
  const [missing, setMissing] = useState(false);
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
  const draws = role === 'admin' || role === 'marketer';
  const ways: readonly Way[] = draws ? ['retry', 'skip', 'move', 'remove'] : ['remove'];
  const go = (way: Way) => {
    if (way !== 'move') return ask.mutateAsync({ verb: { kind: way }, choice });
    setMissing(node === null);
    if (node === null) return Promise.reject(new Error('no node chosen'));
    return ask.mutateAsync({ verb: { kind: 'move', node }, choice });
  };
  return (
    <>
      {ways.map((way) => (
        <Button
          key={way}
          size="xs"
          variant={way === 'remove' ? 'subtle' : 'default'}
          {...(way === 'remove' ? { color: 'danger' } : {})}
          disabled={way === 'move' && journey === undefined}
          title={way === 'move' && journey === undefined ? t('oneJourney') : undefined}
          onClick={() => setAsking(way)}
        >
          {t(`way.${way}`)}
        </Button>
      ))}
      {asking !== undefined && (
        <Confirm
          opened
          onClose={() => setAsking(undefined)}
          title={t(`ask.${asking}`, { count })}
          action={t(`do.${asking}`, { count })}
          danger={asking === 'remove'}
          onConfirm={() => go(asking)}
        >
          <p>{t(`askHelp.${asking}`)}</p>
          {asking === 'move' && journey !== undefined && (
            <NodeChoice journey={journey} value={node} onChange={setNode} missing={missing} />
          )}
        </Confirm>
      )}
    </>
  );
}
