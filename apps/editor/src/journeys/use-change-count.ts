import { useMemo } from 'react';
import { findChangedNodes } from '../canvas/find-changed-nodes.ts';
import { useDraft } from './journey-context.ts';

/** Places of the draft that differ from what is published; removed nodes count too. */
export function useChangeCount(): number {
  const graph = useDraft((state) => state.graph);
  const live = useDraft((state) => state.live?.graph);
  return useMemo(() => {
    if (live === undefined) return 0;
    const removed = Object.values(live.nodes).filter(({ id }) => graph.nodes[id] === undefined).length;
    const settings = JSON.stringify(graph.settings) === JSON.stringify(live.settings) ? 0 : 1;
    return findChangedNodes({ graph, live }).size + removed + settings;
  }, [graph, live]);
}
