import type { NodeId } from '../id.ts';
import type { DescribedNode } from './described-node.ts';
import type { Graph } from './graph.ts';

/**
 * Whether a mail of this node answers what a lead has just sent: every way to it begins with a form, and on none does
 * the lead wait or get a mail before it.
 */
export function answersForm({
  graph,
  types,
  node,
}: {
  graph: Graph;
  types: ReadonlyMap<string, Pick<DescribedNode, 'family' | 'isTrigger' | 'rests'>>;
  node: NodeId;
}): boolean {
  const edges = Object.values(graph.edges);
  const before = (id: NodeId) => edges.filter(({ to }) => to === id).map(({ from }) => from);
  const passed = new Set<NodeId>();
  const toFollow = before(node);
  for (let id = toFollow.pop(); id !== undefined; id = toFollow.pop()) {
    if (passed.has(id)) continue;
    passed.add(id);
    const type = graph.nodes[id]?.type ?? '';
    const described = types.get(type);
    if (described === undefined || described.rests || described.family === 'message') return false;
    if (described.isTrigger && type !== 'form-submitted') return false;
    toFollow.push(...before(id));
  }
  return [...passed].some((id) => graph.nodes[id]?.type === 'form-submitted');
}
