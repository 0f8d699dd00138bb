import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';

/** Nodes that the draft has added or changed since `live`: type, settings, title, or where they lead. Place does not count. */
export function findChangedNodes({ graph, live }: { graph: Graph; live: Graph | undefined }): ReadonlySet<NodeId> {
  if (live === undefined) return new Set();
  const changed = new Set<NodeId>();
  for (const node of Object.values(graph.nodes)) {
    const old = live.nodes[node.id];
    if (old === undefined || old.type !== node.type || old.title !== node.title) changed.add(node.id);
    else if (!isEqual({ one: old.config, other: node.config })) changed.add(node.id);
  }
  for (const edge of Object.values(graph.edges)) {
    if (live.edges[edge.id]?.to !== edge.to) changed.add(edge.from);
  }
  for (const edge of Object.values(live.edges)) {
    if (graph.edges[edge.id] === undefined && graph.nodes[edge.from] !== undefined) changed.add(edge.from);
  }
  return changed;
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
