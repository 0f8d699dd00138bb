import type { NodeId } from '../../id.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Survey } from '../survey.ts';

/** A node whose act is waited for must be there, and the lead must have come through it before. */
export const namedNode: Rule = (survey) =>
  survey.nodes.flatMap(({ node, contract }) =>
    (contract?.namesNodes?.(node.config) ?? []).flatMap((named): readonly Finding[] => {
      const place = { severity: 'error', node: node.id, path: named.path } as const;
      const other = survey.byId.get(named.node);
      if (other === undefined) return [{ ...place, ...gone }];
      return leadsTo({ survey, from: named.node, to: node.id }) ? [] : [{ ...place, ...later }];
    }),
  );

/** Looked for backwards and nearest first: what is named mostly stands close before. */
function leadsTo({ survey, from, to }: { survey: Survey; from: NodeId; to: NodeId }): boolean {
  const before = new Set<NodeId>();
  const follow = (id: NodeId) => {
    for (const edge of survey.arriving.get(id) ?? []) before.add(edge.from);
  };
  follow(to);
  for (const id of before) {
    if (id === from) return true;
    follow(id);
  }
  return false;
}

const gone = {
  message: { ja: '待つメールのノードがありません', en: 'The email waited for is gone' },
  mend: {
    ja: '選んだメールのノードは消されています。別のノードを選んでください。',
    en: 'The node that sends the email has been deleted. Choose another.',
  },
};

const later = {
  message: { ja: 'そのメールはまだ送られていません', en: 'That email is not sent before' },
  mend: {
    ja: '選んだメールは、このノードより前に送られません。前にあるメールを選んでください。',
    en: 'The email chosen is not sent before leads come here. Choose one that is.',
  },
};
