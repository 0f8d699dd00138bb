import type { GraphNode } from '../../graph/graph.ts';
import type { CheckProblem, NodeContract } from '../../graph/node-contract.ts';
import { asId } from '../../id.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Survey, SurveyedNode } from '../survey.ts';

/** What a node's own type says of its settings: missing, out of bounds, or naming what is not there. */
export const nodeSettings: Rule = (survey) =>
  survey.nodes.flatMap((surveyed) =>
    askType({ surveyed, survey }).map((problem): Finding => ({ ...problem, node: surveyed.node.id })),
  );

function askType({
  surveyed: { node, contract },
  survey: { surroundings },
}: {
  surveyed: SurveyedNode;
  survey: Survey;
}): readonly (CheckProblem & { readonly rule?: string })[] {
  if (contract === undefined) return [];
  const rule = `${node.type}/settings`;
  try {
    const problems = contract.problemsOf({ config: node.config, surroundings });
    if (!problems.some(({ severity }) => severity === 'error')) rehearse({ node, contract, surroundings });
    return problems.map((problem) => ({ ...problem, rule }));
  } catch (error) {
    return [{ ...faulty(error), rule }];
  }
}

/** What the card and publishing will ask of the type: a fault there is the node's too, not one of the whole journey. */
function rehearse({
  node,
  contract,
  surroundings,
}: {
  node: GraphNode;
  contract: NodeContract;
  surroundings: Survey['surroundings'];
}): void {
  const { config } = node;
  contract.summary({ config, surroundings });
  contract.lower({
    config,
    lowering: {
      node: node.id,
      title: contract.title,
      target: () => undefined,
      condition: () => asId('rehearsed'),
      op: (part) => asId(part === undefined ? node.id : `${node.id}.${part}`),
    },
  });
}

/** A custom type that fails blocks only its own nodes. */
function faulty(error: unknown): CheckProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    severity: 'error',
    message: { ja: '設定を確かめられません', en: 'Its settings cannot be checked' },
    mend: {
      ja: `この種類のノードに誤りがあります。作った人に伝えてください：${reason}`,
      en: `This node type has a fault. Tell whoever made it: ${reason}`,
    },
  };
}
