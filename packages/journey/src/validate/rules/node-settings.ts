import type { CheckProblem } from '../../graph/node-contract.ts';
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
    return contract.problemsOf({ config: node.config, surroundings }).map((problem) => ({ ...problem, rule }));
  } catch (error) {
    return [{ ...faulty(error), rule }];
  }
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
