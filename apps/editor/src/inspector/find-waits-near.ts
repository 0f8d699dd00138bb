import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { EdgeId, Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';

/** The waits that leads meet last before a way, and next behind it: a mail between them and the way ends the search. */
export function findWaitsNear({
  graph,
  types,
  edge,
}: {
  graph: Graph;
  types: ReadonlyMap<string, Pick<DescribedNode, 'family'>>;
  edge: EdgeId;
}): readonly NodeId[] {
  const way = graph.edges[edge];
  if (way === undefined) return [];
  const edges = Object.values(graph.edges);
  const before = (node: NodeId) => edges.filter(({ to }) => to === node).map(({ from }) => from);
  const behind = (node: NodeId) => edges.filter(({ from }) => from === node).map(({ to }) => to);
  const familyOf = (node: NodeId) => types.get(graph.nodes[node]?.type ?? '')?.family;
  const search = ({ from, next }: { from: NodeId; next: (node: NodeId) => readonly NodeId[] }) => {
    const passed = new Set([from]);
    const toPass = [...next(from)];
    const found: NodeId[] = [];
    for (let node = toPass.pop(); node !== undefined; node = toPass.pop()) {
      if (passed.has(node)) continue;
      passed.add(node);
      const family = familyOf(node);
      if (family === 'wait') found.push(node);
      else if (family !== 'message') toPass.push(...next(node));
    }
    return found;
  };
  return [...new Set([...search({ from: way.from, next: before }), ...search({ from: way.to, next: behind })])];
}
