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
  const reached = new Set(triggers);
  for (const trigger of triggers) spread({ survey, from: trigger, into: reached });
  const loose = survey.nodes.filter((one) => !reached.has(one.node.id) && !standsAlone(one));
  return [...findFirst({ survey, loose: new Set(loose.map(({ node }) => node.id)) })].map(([node, behind]) => ({
    severity: 'error',
    node,
    message: { ja: 'どこからもつながっていません', en: 'Nothing leads here' },
    mend: wordMend(behind),
  }));
};

function standsAlone({ node, contract }: SurveyedNode): boolean {
  return contract?.standsAlone?.(node.config) === true;
}

function wordMend(nodes: number): Text {
  if (nodes === 1) {
    return {
      ja: 'きっかけから続く線をつなぐか、ノードを消してください。',
      en: 'Connect it to a way that begins at a trigger, or remove it.',
    };
  }
  return {
    ja: `きっかけから続く線をここへつなぐか、ここから先の${nodes}つのノードを消してください。`,
    en: `Connect it to a way that begins at a trigger, or remove the ${nodes} nodes from here on.`,
  };
}

/**
 * The fewest loose nodes that lead to all loose ones, each with how many that is, itself among them; of a loop, the
 * uppermost. Where branches meet, what follows is counted with the first.
 */
function findFirst({ survey, loose }: { survey: Survey; loose: ReadonlySet<NodeId> }): ReadonlyMap<NodeId, number> {
  const first = new Map<NodeId, number>();
  const told = new Set<NodeId>();
  for (const id of loose) {
    if (survey.arriving.get(id)?.some(({ from }) => loose.has(from)) === true) continue;
    const before = told.size;
    spread({ survey, from: id, into: told, among: loose });
    first.set(id, told.size - before);
  }
  // What is left lies in loops that nothing enters, or behind them.
  for (const id of loose) {
    if (told.has(id)) continue;
    const branch = new Set<NodeId>();
    spread({ survey, from: id, into: branch, among: loose });
    for (const other of first.keys()) if (branch.has(other)) first.delete(other);
    first.set(id, branch.size);
    for (const node of branch) told.add(node);
  }
  return first;
}

/** Adds a node and all that it leads to, as far as that is not there yet. */
function spread(given: { survey: Survey; from: NodeId; into: Set<NodeId>; among?: ReadonlySet<NodeId> }): void {
  const { survey, from, into, among } = given;
  const waiting = [from];
  into.add(from);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { to } of survey.leaving.get(at) ?? []) {
      if (into.has(to) || among?.has(to) === false) continue;
      into.add(to);
      waiting.push(to);
    }
  }
}
