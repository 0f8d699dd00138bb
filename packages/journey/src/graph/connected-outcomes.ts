import type { NodeId } from '../id.ts';
import type { Text } from '../text.ts';
import type { Graph } from './graph.ts';
import type { Outcome } from './node-contract.ts';

/** What types commonly call these exits. */
const commonLabels: ReadonlyMap<string, Text> = new Map([
  ['done', { ja: '次へ', en: 'Next' }],
  ['failed', { ja: '失敗', en: 'Failed' }],
]);

/** The exits of a node that lead somewhere: all that is known of them where its type is not installed. */
export function connectedOutcomes({ graph, node }: { graph: Graph; node: NodeId }): readonly Outcome[] {
  return (leavingOf(graph).get(node) ?? []).map((id) => ({ id, label: commonLabels.get(id) ?? { ja: id, en: id } }));
}

const removed: Text = { ja: '消した出口', en: 'Removed exit' };

/** Exits of a node that lead somewhere still, and that its type or its settings no longer have: to be seen, and taken away. */
export function removedOutcomes({
  graph,
  node,
  outcomes,
}: {
  graph: Graph;
  node: NodeId;
  /** Those that it has. */
  outcomes: readonly Outcome[];
}): readonly Outcome[] {
  const gone = (leavingOf(graph).get(node) ?? []).filter((exit) => !outcomes.some(({ id }) => id === exit));
  return gone.map((id) => ({ id, label: removed, optional: true }));
}

const known = new WeakMap<Graph['edges'], ReadonlyMap<NodeId, readonly string[]>>();

/** The names of the exits by which edges leave each node; looked through once for each set of edges. */
function leavingOf({ edges }: Graph): ReadonlyMap<NodeId, readonly string[]> {
  const found = known.get(edges);
  if (found !== undefined) return found;
  const leaving = new Map<NodeId, string[]>();
  for (const { from, outcome } of Object.values(edges)) {
    const exits = leaving.get(from);
    if (exits === undefined) leaving.set(from, [outcome]);
    else if (!exits.includes(outcome)) exits.push(outcome);
  }
  known.set(edges, leaving);
  return leaving;
}
