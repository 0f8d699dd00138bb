import type { NodeId } from '../../id.ts';
import type { Text } from '../../text.ts';
import type { Rule } from '../rule.ts';
import type { Survey, SurveyedNode } from '../survey.ts';

/**
 * A trigger must lead to every node, except to one that works without being reached. A loose branch is one fault: it is
 * told at the node it begins with, not at each behind it.
 */
export const unreachableNode: Rule = (survey) => {
  const triggers = survey.nodes.filter(({ contract }) => contract?.isTrigger === true).map(({ node }) => node.id);
  const reached = findReached({ survey, from: triggers });
  const loose = survey.nodes.filter((one) => !reached.has(one.node.id) && !standsAlone(one));
  return [...findFirst({ survey, loose })].map(([node, branch]) => ({
    severity: 'error',
    node,
    message: { ja: 'どこからもつながっていません', en: 'Nothing leads here' },
    mend: wordMend(loose.filter(({ node: { id } }) => branch.has(id)).length),
  }));
};

function standsAlone({ node, contract }: SurveyedNode): boolean {
  return contract?.standsAlone?.(node.config) === true;
}

function wordMend(nodes: number): Text {
  if (nodes === 1) {
    return {
      ja: 'きっかけから続く線をつなぐか、ノードを消してください。',
      en: 'Connect it to a way that begins at a trigger, or delete it.',
    };
  }
  return {
    ja: `きっかけから続く線をここへつなぐか、ここから先の${nodes}つのノードを消してください。`,
    en: `Connect it to a way that begins at a trigger, or delete the ${nodes} nodes from here on.`,
  };
}

/** The fewest loose nodes that lead to all loose ones, each with what it leads to; of a loop, the uppermost. */
function findFirst({ survey, loose }: { survey: Survey; loose: readonly SurveyedNode[] }) {
  const first = new Map<NodeId, ReadonlySet<NodeId>>();
  const ids = new Set(loose.map(({ node }) => node.id));
  const isEntered = (id: NodeId) => survey.arriving.get(id)?.some(({ from }) => ids.has(from)) === true;
  const covered = new Set<NodeId>();
  const inOrder = [...ids].sort((one, other) => Number(isEntered(one)) - Number(isEntered(other)));
  for (const id of inOrder) {
    if (covered.has(id)) continue;
    const branch = findReached({ survey, from: [id] });
    for (const other of first.keys()) if (branch.has(other)) first.delete(other);
    first.set(id, branch);
    for (const node of branch) covered.add(node);
  }
  return first;
}

function findReached({ survey, from }: { survey: Survey; from: readonly NodeId[] }): ReadonlySet<NodeId> {
  const waiting = [...from];
  const reached = new Set(waiting);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { to } of survey.leaving.get(at) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}
