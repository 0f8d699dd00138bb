import type { Rule } from '../rule.ts';

/** An edge must leave by an outcome that the node still has: taking away a band leaves its edge behind. */
export const outcomeGone: Rule = ({ nodes, leaving }) =>
  nodes.flatMap(({ node, contract, outcomes }) => {
    if (contract === undefined) return [];
    return (leaving.get(node.id) ?? [])
      .filter(({ outcome }) => !outcomes.some(({ id }) => id === outcome))
      .map(({ outcome }) => ({
        severity: 'error' as const,
        node: node.id,
        outcome,
        message: { ja: '消した出口に線が残っています', en: 'An edge leaves by a removed exit' },
        mend: {
          ja: '残った線を選んで消すか、ノードの設定の「消した出口」を空にしてください。要るなら、いまある出口からつなぎ直します。',
          en: 'Select that edge and remove it, or clear “Removed exit” in the settings of the node. Then connect an exit that is there, if it is needed.',
        },
      }));
  });
