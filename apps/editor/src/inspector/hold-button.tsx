import { Button } from '@mantine/core';
import type { GraphNode } from '@sodate/journey/graph/graph';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useCounts } from '../journeys/counts-context.ts';
import { useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Icon } from '../parts/icon.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** Holds the leads at a node, having said whom that concerns. */
export function HoldButton({ node }: { node: GraphNode }) {
  const t = useTexts<typeof texts>('inspector');
  const { journey } = useJourney();
  const [asking, setAsking] = useState(false);
  const here = useCounts()?.nodes[node.id]?.here ?? 0;
  const refresh = () => queryClient.invalidateQueries(trpc.journeys.pathFilter());
  const hold = useMutation(trpc.journeys.holdNode.mutationOptions({ onSuccess: refresh }));
  return (
    <>
      <Button
        variant="subtle"
        color="idle"
        leftSection={<Icon name="pause" size={15} />}
        onClick={() => setAsking(true)}
      >
        {t('hold')}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('holdTitle')}
        action={t('holdDo')}
        onConfirm={() => hold.mutateAsync({ journey, node: node.id })}
      >
        {t('holdConfirm', { count: here })}
      </Confirm>
    </>
  );
}
