import { version } from '@sodate/database/schema/journey';
import { canonicalJson } from '@sodate/journey/compile/canonical-json';
import { compileGraph } from '@sodate/journey/compile/compile-graph';
import type { Plan } from '@sodate/journey/compile/plan';
import type { NodeCatalog } from '@sodate/journey/graph/node-contract';
import type { NodeId, VersionId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

const mostKept = 200;
/** A version never changes, nor do the node types of a process: each is compiled anew once. */
const kept = new WeakMap<NodeCatalog, Map<VersionId, readonly NodeId[]>>();

/**
 * Nodes of a version that would do something else if it were published now, because their types have changed since.
 * None where it cannot be compiled any more: its problems say why.
 */
export async function findReloweredNodes({
  context,
  version: id,
}: {
  context: Context;
  version: VersionId;
}): Promise<readonly NodeId[]> {
  const { catalog } = context.nodeTypes;
  const known = kept.get(catalog) ?? new Map<VersionId, readonly NodeId[]>();
  kept.set(catalog, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const columns = { graph: version.graph, plan: version.plan };
  const [row] = await context.database.select(columns).from(version).where(eq(version.id, id));
  const nodes = row === undefined ? [] : compareAnew({ ...row, catalog });
  if (known.size >= mostKept) known.delete(known.keys().next().value ?? id);
  known.set(id, nodes);
  return nodes;
}

function compareAnew({
  graph,
  plan,
  catalog,
}: Pick<typeof version.$inferSelect, 'graph' | 'plan'> & {
  catalog: NodeCatalog;
}): readonly NodeId[] {
  try {
    // In the plan's own zone: another zone of the organisation is no change of a node type.
    const anew = partsByNode(compileGraph({ graph, catalog, zone: plan.zone }));
    const published = partsByNode(plan);
    return Object.values(graph.nodes).flatMap(({ id }) => (anew.get(id) === published.get(id) ? [] : [id]));
  } catch {
    return [];
  }
}

/** All that a plan says of each node, as text. */
function partsByNode({ ops, entries, goals }: Plan): ReadonlyMap<NodeId, string> {
  const parts = [...Object.values(ops).sort((one, other) => (one.id < other.id ? -1 : 1)), ...entries, ...goals];
  const byNode = Map.groupBy(parts, ({ node }) => node);
  return new Map([...byNode].map(([node, own]) => [node, canonicalJson(own)]));
}
