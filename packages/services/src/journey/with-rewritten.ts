import type { NodeDifference } from '@sodate/journey/edit/compare-graphs';
import { byPlace } from '@sodate/journey/graph/by-place';
import type { NodeId } from '@sodate/journey/id';
import type { Side } from './read-difference.ts';

/** Differences in the drawing, and nodes whose mail alone was rewritten among them, in the order of the canvas. Pure. */
export function withRewritten({
  nodes,
  before,
  after,
  rewritten,
}: {
  nodes: readonly NodeDifference[];
  before: Side;
  after: Side;
  rewritten: ReadonlyMap<NodeId, unknown>;
}): readonly NodeDifference[] {
  if (rewritten.size === 0) return nodes;
  const drawn = new Map(nodes.map((one) => [one.node, one]));
  const all = Object.values({ ...before.graph.nodes, ...after.graph.nodes }).toSorted(byPlace);
  return all.flatMap(({ id }): NodeDifference[] => {
    const one = drawn.get(id);
    if (one?.kind !== 'moved' && one !== undefined) return [one];
    if (rewritten.has(id)) return [{ node: id, kind: 'changed', renamed: false, config: [], ways: [] }];
    return one === undefined ? [] : [one];
  });
}
