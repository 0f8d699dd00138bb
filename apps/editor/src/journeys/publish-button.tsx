import { Button } from '@mantine/core';
import type { JourneyHead } from '@sodate/services/journey/get-journey';
import { lazy, Suspense, useMemo, useState } from 'react';
import { isEqual } from '../canvas/find-changed-nodes.ts';
import { useTexts } from '../language/use-texts.ts';
import { useDraft, useGraph, useJourney } from './journey-context.ts';
import type { texts } from './texts.ja.ts';

const PublishDialog = lazy(async () => ({ default: (await import('./publish-dialog.tsx')).PublishDialog }));

/** Leads to publishing, once everything drawn is stored and there is something new to publish. */
export function PublishButton({ head }: { head: JourneyHead }) {
  const t = useTexts<typeof texts>('journeys');
  const { draft } = useJourney();
  const [opened, setOpened] = useState(false);
  const revision = useDraft(({ base, pending }) => base.revision + pending.length);
  const graph = useGraph();
  const isEmpty = Object.keys(graph.nodes).length === 0;
  const live = useDraft((state) => state.live?.graph);
  // Undone to what is live, the draft is of a later revision, and the same.
  const isSame = useMemo(() => live !== undefined && isEqual({ one: graph, other: live }), [graph, live]);
  const hasNews = head.publishedRevision === null || head.publishedRevision < revision || head.state === 'stopped';
  const open = async () => {
    await draft.flush();
    if (draft.getState().pending.length === 0) setOpened(true);
  };
  return (
    <>
      <Button onClick={() => void open()} disabled={isEmpty || !hasNews || (isSame && head.state !== 'stopped')}>
        {t('toPublish')}
      </Button>
      {opened && (
        <Suspense>
          <PublishDialog onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
