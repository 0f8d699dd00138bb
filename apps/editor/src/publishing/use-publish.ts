import type { JourneyHead } from '@sodate/services/journey/get-journey';
import { useMemo } from 'react';
import { isEqual } from '../canvas/find-changed-nodes.ts';
import { useDraft, useGraph, useJourney } from '../journeys/journey-context.ts';

/** Whether there is something to publish, and the way to it: once everything drawn is stored. */
export function usePublish({ head }: { head: JourneyHead }): { readonly can: boolean; readonly open: () => void } {
  const { draft, canvas } = useJourney();
  const revision = useDraft(({ base, pending }) => base.revision + pending.length);
  const graph = useGraph();
  const isEmpty = Object.keys(graph.nodes).length === 0;
  const live = useDraft((state) => state.live?.graph);
  // Undone to what is live, the draft is of a later revision, and the same.
  const isSame = useMemo(() => live !== undefined && isEqual({ one: graph, other: live }), [graph, live]);
  const bringsNew = [...head.rewritten, ...head.relowered].some((id) => graph.nodes[id] !== undefined);
  const isRedrawn = (head.publishedRevision === null || head.publishedRevision < revision) && !isSame;
  const open = async () => {
    await draft.flush();
    if (draft.getState().pending.length === 0) canvas.ask('publish');
  };
  return { can: !isEmpty && (isRedrawn || bringsNew || head.state === 'stopped'), open: () => void open() };
}
