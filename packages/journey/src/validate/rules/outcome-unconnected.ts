import type { Outcome } from '../../graph/node-contract.ts';
import type { Finding, Rule } from '../rule.ts';

/** A required outcome must lead somewhere; one that is neither required nor optional should. */
export const outcomeUnconnected: Rule = ({ nodes, leaving }) =>
  nodes.flatMap(({ node, outcomes }) => {
    const edges = leaving.get(node.id) ?? [];
    return outcomes
      .filter(({ id, optional }) => optional !== true && !edges.some(({ outcome }) => outcome === id))
      .map((outcome): Finding => ({ node: node.id, outcome: outcome.id, ...word(outcome) }));
  });

function word({ label, required }: Outcome): Pick<Finding, 'severity' | 'unfilled' | 'message' | 'mend'> {
  if (required === true) {
    return {
      severity: 'error',
      unfilled: true,
      message: { ja: `「${label.ja}」の先がありません`, en: `“${label.en}” leads nowhere` },
      mend: {
        ja: `「${label.ja}」の出口を、次のノードにつないでください。`,
        en: `Connect the exit “${label.en}” to the next node.`,
      },
    };
  }
  return {
    severity: 'warning',
    message: { ja: `「${label.ja}」で終わります`, en: `Ends after “${label.en}”` },
    mend: {
      ja: `「${label.ja}」の出口へ進んだ人は、ここで終わります。それでよければ「終了」をつないでください。`,
      en: `Leads who leave by “${label.en}” end here. If that is meant, connect it to “End”.`,
    },
  };
}
