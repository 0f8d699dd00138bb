import { Button } from '@mantine/core';
import type { GraphNode } from '@sodate/journey/graph/graph';
import type { HeldNode } from '@sodate/services/journey/read-held-nodes';
import { useMutation } from '@tanstack/react-query';
import { useJourney } from '../journeys/journey-context.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import classes from './held-note.module.css';
import type { texts } from './texts.ja.ts';
import { useHold } from './use-hold.ts';

/** Says that leads are held at the node, since when, and lets them go. */
export function HeldNote({ node }: { node: GraphNode }) {
  const { held, mayHold } = useHold({ node });
  return held === undefined ? null : <Held node={node} held={held} mayHold={mayHold} />;
}

function Held({ node, held, mayHold }: { node: GraphNode; held: HeldNode; mayHold: boolean }) {
  const t = useTexts<typeof texts>('inspector');
  const { dateTime } = useFormats();
  const { journey } = useJourney();
  const refresh = () => queryClient.invalidateQueries(trpc.journeys.pathFilter());
  const release = useMutation(trpc.journeys.releaseNode.mutationOptions({ onSuccess: refresh }));
  return (
    <div className={classes.note} role="status">
      <Icon name="pause" size={15} />
      <span>
        <b>{t('heldSince', { at: dateTime(held.at) })}</b>
        {t('heldHelp')}
        {mayHold && (
          <Button
            size="xs"
            variant="default"
            loading={release.isPending}
            onClick={() => release.mutate({ journey, node: node.id })}
          >
            {t('release')}
          </Button>
        )}
      </span>
    </div>
  );
}
