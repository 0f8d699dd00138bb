import { canonicalJson } from '@sodate/journey/compile/canonical-json';
import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';

/** Where a node stands and what it is called changes nothing for leads; its type, its settings and its ways on do. */
export function kindOfChange({
  before,
  after,
  id,
}: {
  before: Graph;
  after: Graph;
  id: NodeId;
}): 'added' | 'changed' | 'removed' | 'unchanged' {
  const old = before.nodes[id];
  const next = after.nodes[id];
  if (next === undefined) return 'removed';
  if (old === undefined) return 'added';
  const essence = (graph: Graph, node: typeof next) =>
    canonicalJson({ type: node.type, config: node.config, title: node.title ?? null, ways: waysOf({ graph, id }) });
  return essence(before, old) === essence(after, next) ? 'unchanged' : 'changed';
}

function waysOf({ graph, id }: { graph: Graph; id: NodeId }): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(graph.edges)
      .filter(({ from }) => from === id)
      .map(({ outcome, to }) => [outcome, to]),
  );
}
