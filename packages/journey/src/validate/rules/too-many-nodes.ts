import type { Rule } from '../rule.ts';

export const mostNodes = 1_000;

/** A journey stays small enough to be drawn, read and compiled. */
export const tooManyNodes: Rule = ({ nodes }) => {
  if (nodes.length <= mostNodes) return [];
  return [
    {
      severity: 'error',
      message: { ja: 'ノードが多すぎます', en: 'Too many nodes' },
      mend: {
        ja: `ノードは${mostNodes}個までです（いま${nodes.length}個）。シナリオを分けてください。`,
        en: `A journey may have ${mostNodes} nodes; this one has ${nodes.length}. Divide it into several.`,
      },
    },
  ];
};
