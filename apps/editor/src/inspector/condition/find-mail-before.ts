import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { Edge, Graph, GraphNode } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { outcomesOf } from '../../canvas/outcomes-of.ts';

type Types = ReadonlyMap<string, DescribedNode>;

/** The mail that was sent last on every way to a node; undefined where ways differ, or on one none was. */
export function findMailBefore({
  graph,
  types,
  node,
}: {
  graph: Graph;
  types: Types;
  node: NodeId;
}): string | undefined {
  const edges = Object.values(graph.edges);
  const arriving = (id: NodeId) => edges.filter(({ to }) => to === id);
  const found = new Set<string | undefined>();
  const passed = new Set([node]);
  const toFollow = arriving(node);
  if (toFollow.length === 0) return undefined;
  for (let edge = toFollow.pop(); edge !== undefined; edge = toFollow.pop()) {
    const from = graph.nodes[edge.from];
    if (from === undefined || types.get(from.type)?.isTrigger !== false) return undefined;
    const key = mailKeyOf({ from, types });
    if (key !== undefined) {
      const mail = from.config[key];
      found.add(typeof mail === 'string' && isOnward({ edge, from, graph, types }) ? mail : undefined);
    } else if (!passed.has(from.id)) {
      passed.add(from.id);
      const before = arriving(from.id);
      if (before.length === 0) return undefined;
      toFollow.push(...before);
    }
  }
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

/** Where a node that sends a mail names it. */
function mailKeyOf({ from, types }: { from: GraphNode; types: Types }): string | undefined {
  const described = types.get(from.type);
  if (described?.family !== 'message') return undefined;
  return described.fields.find(({ hint }) => hint.kind === 'mail')?.key;
}

/** By a side exit leave those whom the mail did not reach. */
function isOnward({ edge, from, graph, types }: { edge: Edge; from: GraphNode; graph: Graph; types: Types }): boolean {
  const outcome = outcomesOf({ node: from, types, graph }).find(({ id }) => id === edge.outcome);
  return outcome !== undefined && outcome.optional !== true;
}
