import type { NodeId } from '../../id.ts';
import type { Rule } from '../rule.ts';
import type { Survey } from '../survey.ts';

/** A trigger must lead to every node, except to one that works without being reached. */
export const unreachableNode: Rule = (survey) => {
  const reached = findReached(survey);
  return survey.nodes.flatMap(({ node, contract }) => {
    if (reached.has(node.id) || contract?.standsAlone?.(node.config) === true) return [];
    return {
      severity: 'error',
      node: node.id,
      message: { ja: 'どこからもつながっていません', en: 'Nothing leads here' },
      mend: {
        ja: 'きっかけから続く線をつなぐか、ノードを消してください。',
        en: 'Connect it to a way that begins at a trigger, or delete it.',
      },
    };
  });
};

function findReached({ nodes, leaving }: Survey): ReadonlySet<NodeId> {
  const waiting = nodes.filter(({ contract }) => contract?.isTrigger === true).map(({ node }) => node.id);
  const reached = new Set(waiting);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { to } of leaving.get(at) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}
