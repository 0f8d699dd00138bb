import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { Graph } from '@sodate/journey/graph/graph';

/** Whether nobody comes into a journey by itself: its triggers all wait for a person to add leads. */
export function isByHandOnly({
  graph,
  types,
}: {
  graph: Graph;
  types: ReadonlyMap<string, Pick<DescribedNode, 'isTrigger'>>;
}): boolean {
  const triggers = Object.values(graph.nodes).filter(({ type }) => types.get(type)?.isTrigger === true);
  return triggers.length > 0 && triggers.every(({ type }) => type === 'added-by-person');
}
