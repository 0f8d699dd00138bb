import type { Rule } from '../rule.ts';

/** Both ends of an edge must be there. The editor keeps it so; a graph sent by a program may not. */
export const edgeToNowhere: Rule = ({ loose, byId }) =>
  loose.map((edge) => {
    const fromThere = byId.has(edge.from);
    return {
      severity: 'error',
      ...(fromThere ? { node: edge.from, outcome: edge.outcome } : {}),
      message: { ja: '線の先がありません', en: 'An edge leads nowhere' },
      mend: {
        ja: `線「${edge.id}」の端のノードがありません。線を引き直してください。`,
        en: `A node at an end of the edge “${edge.id}” is missing. Draw the edge again.`,
      },
    };
  });
