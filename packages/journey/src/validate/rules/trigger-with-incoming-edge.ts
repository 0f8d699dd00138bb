import type { Rule } from '../rule.ts';

/** A trigger lets leads in; nothing leads to it. */
export const triggerWithIncomingEdge: Rule = ({ nodes, arriving }) =>
  nodes.flatMap(({ node, contract }) => {
    if (contract?.isTrigger !== true || !arriving.has(node.id)) return [];
    return {
      severity: 'error',
      node: node.id,
      message: { ja: 'きっかけに線が入っています', en: 'An edge leads to a trigger' },
      mend: {
        ja: 'きっかけは入口です。入っている線を、きっかけの次のノードへつなぎ直してください。',
        en: 'A trigger is where leads enter. Connect the edge to the node after it.',
      },
    };
  });
