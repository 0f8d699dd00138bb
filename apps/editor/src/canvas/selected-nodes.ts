import type { Graph, GraphNode } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { SelectedId } from '../stores/canvas/create-canvas-store.ts';

/** The nodes among what is selected, in the order of their selection; notes are none, and one that is gone neither. */
export function selectedNodes({
  graph,
  selected,
}: {
  graph: Graph;
  selected: Iterable<SelectedId>;
}): ReadonlySet<NodeId> {
  const nodes: Readonly<Partial<Record<string, GraphNode>>> = graph.nodes;
  return new Set([...selected].flatMap((id) => nodes[id]?.id ?? []));
}
