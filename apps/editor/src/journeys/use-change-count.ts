import { useMemo } from 'react';
import { findChangedNodes } from '../canvas/find-changed-nodes.ts';
import { useDraft, useJourney } from './journey-context.ts';

interface ChangeCount {
  /** Places of the draft that differ from what is published; removed nodes count too. */
  readonly drawn: number;
  /** The same, and nodes that nothing happened to but that their mail was rewritten. */
  readonly all: number;
}

/** How much there is to publish. */
export function useChangeCount(): ChangeCount {
  const { rewritten } = useJourney();
  const graph = useDraft((state) => state.graph);
  const live = useDraft((state) => state.live?.graph);
  return useMemo(() => {
    if (live === undefined) return { drawn: 0, all: 0 };
    const removed = Object.values(live.nodes).filter(({ id }) => graph.nodes[id] === undefined).length;
    const settings = JSON.stringify(graph.settings) === JSON.stringify(live.settings) ? 0 : 1;
    const changes = [...findChangedNodes({ graph, live, rewritten }).values()];
    const all = changes.length + removed + settings;
    return { all, drawn: all - changes.filter((change) => change === 'rewritten').length };
  }, [graph, live, rewritten]);
}
