import { findAnswering } from '../../graph/find-answering.ts';
import type { NodeContract } from '../../graph/node-contract.ts';
import type { Finding, Rule } from '../rule.ts';

/** Who has just sent a form waits for an answer: one of the kind that needs consent does not reach them all. */
export const answerNeedsConsent: Rule = ({ graph, surroundings, nodes }) => {
  const marketing = new Map(
    surroundings.mails.filter(({ kind }) => kind === 'marketing').map((mail) => [mail.id, mail]),
  );
  if (marketing.size === 0) return [];
  const types = new Map(
    nodes.flatMap(({ contract }): [string, NodeContract][] => (contract ? [[contract.type, contract]] : [])),
  );
  const answering = findAnswering({ graph, types });
  return nodes.flatMap(({ node, contract }): readonly Finding[] => {
    if (!answering.has(node.id)) return [];
    const chosen = contract?.mailOf?.(node.config);
    const mail = marketing.get(chosen?.mail ?? '');
    if (chosen === undefined || mail === undefined) return [];
    return [{ severity: 'warning', node: node.id, path: chosen.path, message, mend: mendOf(mail) }];
  });
};

const message = { ja: '同意のない人には届きません', en: 'Needs consent to be sent' };

function mendOf({ name }: { readonly name: string }) {
  return {
    ja: `フォームへの返信ですが、メール「${name}」の種類は「案内」です。メールを開いて種類を「返信」にするか、返信のメールを選んでください。`,
    en: `This email answers a form, but “${name}” is of the kind “Marketing”. Open it and make it a reply, or choose one that is.`,
  };
}
