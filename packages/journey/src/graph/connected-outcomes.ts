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
  const connected = Object.values(graph.edges).filter(({ from }) => from === node);
  const ids = [...new Set(connected.map(({ outcome }) => outcome))];
  return ids.map((id) => ({ id, label: commonLabels.get(id) ?? { ja: id, en: id } }));
}
