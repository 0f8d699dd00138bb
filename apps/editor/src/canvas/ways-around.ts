import type { EdgeId, Graph } from '@sodate/journey/graph/graph';
import { layOut } from './lay-out.ts';
import type { NodeLookTable } from './outcomes-of.ts';
import type { Stem } from './stem-path.ts';

/** The upright stretch by which each edge goes around cards, as on the canvas where it was drawn; none for a straight one. */
export function waysAround({
  graph,
  types,
}: {
  graph: Graph;
  types: NodeLookTable;
}): ReadonlyMap<EdgeId, NonNullable<Stem['via']>> {
  const { edges } = layOut({ graph, types, collapsed: new Set() });
  return new Map(edges.flatMap(({ edge, stem }) => (stem.via === undefined ? [] : [[edge.id, stem.via]])));
}
