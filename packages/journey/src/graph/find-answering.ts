import type { NodeId } from '../id.ts';
import type { DescribedNode } from './described-node.ts';
import type { Graph } from './graph.ts';

type Described = Pick<DescribedNode, 'family' | 'isTrigger' | 'rests'>;

/**
 * The nodes whose mail answers what a lead has just sent: every way to them begins with a form, and on none does the
 * lead wait or get a mail before. Takes time in proportion to the graph.
 */
export function findAnswering({
  graph,
  types,
}: {
  graph: Graph;
  types: ReadonlyMap<string, Described>;
}): ReadonlySet<NodeId> {
  const afterForm: NodeId[] = [];
  const afterOther: NodeId[] = [];
  const ways = new Map<NodeId, NodeId[]>();
  for (const { from, to } of Object.values(graph.edges)) {
    const start = startOf({ graph, types, node: from });
    if (start === 'form') afterForm.push(to);
    else if (start === 'other') afterOther.push(to);
    else ways.set(from, [...(ways.get(from) ?? []), to]);
  }
  const otherwise = listReached({ ways, from: afterOther });
  return new Set([...listReached({ ways, from: afterForm })].filter((id) => !otherwise.has(id)));
}

/** What leads bring along from this node, whatever came before it; undefined where it leaves them as they came. */
function startOf({
  graph,
  types,
  node,
}: {
  graph: Graph;
  types: ReadonlyMap<string, Described>;
  node: NodeId;
}): 'form' | 'other' | undefined {
  const type = graph.nodes[node]?.type ?? '';
  const described = types.get(type);
  if (described === undefined || described.rests || described.family === 'message') return 'other';
  if (described.isTrigger) return type === 'form-submitted' ? 'form' : 'other';
  return undefined;
}

function listReached({
  ways,
  from,
}: {
  ways: ReadonlyMap<NodeId, readonly NodeId[]>;
  from: readonly NodeId[];
}): ReadonlySet<NodeId> {
  const reached = new Set<NodeId>();
  const toFollow = [...from];
  for (let at = toFollow.pop(); at !== undefined; at = toFollow.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    toFollow.push(...(ways.get(at) ?? []));
  }
  return reached;
}
