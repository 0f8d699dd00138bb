import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';

/** What the draft did to a node of what is live. rewritten: nothing, but the mail that it sends is another by now. */
export type NodeChange = 'added' | 'changed' | 'rewritten';

/**
 * Nodes that the draft has added or changed since `live`: type, settings, title, or where they lead; and those whose mail
 * was `rewritten`. Place does not count.
 */
export function findChangedNodes({
  graph,
  live,
  rewritten,
}: {
  graph: Graph;
  live: Graph | undefined;
  rewritten: readonly NodeId[];
}): ReadonlyMap<NodeId, NodeChange> {
  if (live === undefined) return new Map();
  const changes = new Map<NodeId, NodeChange>();
  const change = (id: NodeId) => changes.set(id, live.nodes[id] === undefined ? 'added' : 'changed');
  for (const node of Object.values(graph.nodes)) {
    const old = live.nodes[node.id];
    if (old === undefined || old.type !== node.type || old.title !== node.title) change(node.id);
    else if (!isEqual({ one: old.config, other: node.config })) change(node.id);
  }
  for (const edge of Object.values(graph.edges)) {
    if (live.edges[edge.id]?.to !== edge.to) change(edge.from);
  }
  for (const edge of Object.values(live.edges)) {
    if (graph.edges[edge.id] === undefined && graph.nodes[edge.from] !== undefined) change(edge.from);
  }
  for (const id of rewritten) {
    if (graph.nodes[id] !== undefined && !changes.has(id)) changes.set(id, 'rewritten');
  }
  return changes;
}

/** Plain data, whatever the order of keys. */
export function isEqual({ one, other }: { one: unknown; other: unknown }): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => {
    if (!Object.hasOwn(other, key)) return false;
    return isEqual({ one: Reflect.get(one, key), other: Reflect.get(other, key) });
  });
}
