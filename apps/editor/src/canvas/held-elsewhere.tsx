import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useGraph, useJourney, useMayChange } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import classes from './held-elsewhere.module.css';
import type { texts } from './texts.ja.ts';

/** Nodes that hold leads and are not drawn any more: there is no card at which to let them go. */
export function HeldElsewhere() {
  const { heldNodes } = useJourney();
  const graph = useGraph();
  const gone = heldNodes.filter(({ node }) => graph.nodes[node] === undefined);
  if (gone.length === 0) return null;
  return (
    <ul className={classes.list}>
      {gone.map((held) => (
        <HeldLine key={held.node} held={held} />
      ))}
    </ul>
  );
}

function HeldLine({ held }: { held: ReturnType<typeof useJourney>['heldNodes'][number] }) {
  const t = useTexts<typeof texts>('canvas');
  const text = useText();
  const { journey } = useJourney();
  const mayRelease = useMayChange(held.type);
  const refresh = () => queryClient.invalidateQueries(trpc.journeys.pathFilter());
  const release = useMutation(trpc.journeys.releaseNode.mutationOptions({ onSuccess: refresh }));
  return (
    <li>
      <Icon name="pause" size={14} />
      {t('heldGone', { title: text(held.title) })}
      {mayRelease && (
        <Button
          size="compact-xs"
          variant="default"
          loading={release.isPending}
          onClick={() => release.mutate({ journey, node: held.node })}
        >
          {t('release')}
        </Button>
      )}
    </li>
  );
}
