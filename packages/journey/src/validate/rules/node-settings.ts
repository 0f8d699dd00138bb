import type { CheckProblem } from '../../graph/node-contract.ts';
import { sameText, type Text } from '../../text.ts';
import { ContractFault } from '../contract-fault.ts';
import { findLoweringFaults, type LoweringFault } from '../find-lowering-faults.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Survey, SurveyedNode } from '../survey.ts';
import { wordLoweringFault } from '../word-lowering-fault.ts';

/** What a node's own type says of its settings: missing, out of bounds, or naming what is not there. */
export const nodeSettings: Rule = (survey) =>
  survey.nodes.flatMap((surveyed) =>
    askType({ surveyed, survey }).map((problem): Finding => ({ ...problem, node: surveyed.node.id })),
  );

function askType({
  surveyed: { node, contract },
  survey: { surroundings, effects },
}: {
  surveyed: SurveyedNode;
  survey: Survey;
}): readonly (CheckProblem & { readonly rule?: string })[] {
  if (contract === undefined) return [];
  const { config } = node;
  const rule = `${node.type}/settings`;
  try {
    const problems = contract.problemsOf({ config, surroundings });
    if (problems.some(({ severity }) => severity === 'error')) return problems.map((problem) => ({ ...problem, rule }));
    // What the card and publishing will ask of the type: a fault there is the node's too, not one of the whole journey.
    contract.summary({ config, surroundings });
    contract.guess(config);
    const lost = findLoweringFaults({ contract, config, effects }).map((fault) => wordLost({ fault, type: node.type }));
    return [...problems, ...lost].map((problem) => ({ ...problem, rule }));
  } catch (error) {
    return [{ ...faulty(error), rule }];
  }
}

const lostMessages = {
  effect: { ja: '動作が入っていません', en: 'What it does is not installed' },
  exit: { ja: '出口の名前が使えません', en: 'An exit has a wrong name' },
  outcome: { ja: '出口がどこにも続きません', en: 'An exit of its type leads nowhere' },
} as const satisfies Readonly<Record<LoweringFault['kind'], Text>>;

/** The type is there, and names what is not: only its file can be mended, not the node. */
function wordLost({ fault, type }: { fault: LoweringFault; type: string }): CheckProblem {
  const { ja, en } = wordLoweringFault(fault);
  return {
    severity: 'error',
    message: lostMessages[fault.kind],
    mend: {
      ja: `ノードの種類「${type}」に誤りがあります：${ja}管理者が「${type}」のファイル（definition.ts）を直して起動し直すと使えます。`,
      en: `The node type “${type}” has a fault: ${en} It works once an administrator fixes the file of “${type}” (definition.ts) and restarts.`,
    },
  };
}

/** A custom type that fails blocks only its own nodes. */
function faulty(error: unknown): CheckProblem {
  const reason = error instanceof ContractFault ? error.said : sameText(faultOf(error));
  return {
    severity: 'error',
    message: { ja: '設定を確かめられません', en: 'Its settings cannot be checked' },
    mend: {
      ja: `この種類のノードに誤りがあります。作った人に伝えてください：${reason.ja}`,
      en: `This node type has a fault. Tell whoever made it: ${reason.en}`,
    },
  };
}

function faultOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
