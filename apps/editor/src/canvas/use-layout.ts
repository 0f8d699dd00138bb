import type { Graph, GroupId } from '@sodate/journey/graph/graph';
import type { JourneyParts } from '../journeys/journey-context.ts';
import { useCanvas, useGraph, useJourney } from '../journeys/journey-context.ts';
import { type Layout, layOut } from './lay-out.ts';

interface Known {
  readonly graph: Graph;
  readonly collapsed: ReadonlySet<GroupId>;
  readonly layout: Layout;
}

const known = new WeakMap<JourneyParts['draft'], Known>();

/** Where everything stands now, worked out once for each change. For gestures and keys; parts that draw use `useLayout`. */
export function currentLayout({ draft, canvas, types }: Pick<JourneyParts, 'draft' | 'canvas' | 'types'>): Layout {
  const { graph } = draft.getState();
  const { collapsed } = canvas.getState();
  const last = known.get(draft);
  if (last?.graph === graph && last.collapsed === collapsed) return last.layout;
  const layout = layOut({ graph, types, collapsed, before: last?.layout });
  known.set(draft, { graph, collapsed, layout });
  return layout;
}

export function useLayout(): Layout {
  const parts = useJourney();
  useGraph();
  useCanvas(({ collapsed }) => collapsed);
  return currentLayout(parts);
}
