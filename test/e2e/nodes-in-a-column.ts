import type { GraphNode } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';

/** Nodes one below the other, named `n_0`, `n_1` and so on. */
export function nodesInAColumn(nodes: readonly Pick<GraphNode, 'type' | 'config' | 'title'>[]): GraphNode[] {
  return nodes.map((one, index) => ({
    ...one,
    id: asId<'node'>(`n_${index}`),
    revision: 1,
    position: { x: 0, y: index * 128 },
  }));
}
