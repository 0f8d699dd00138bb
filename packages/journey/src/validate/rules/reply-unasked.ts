import type { NodeId } from '../../id.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Text } from '../../text.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Survey } from '../survey.ts';

/** A reply reaches even those who refuse mails. It is for who has asked for something, not for who was merely let in. */
export const replyUnasked: Rule = (survey) => {
  const { surroundings, nodes } = survey;
  const replies = new Map(surroundings.mails.filter(({ kind }) => kind === 'reply').map((mail) => [mail.id, mail]));
  if (replies.size === 0) return [];
  const letIn = findUnasked(survey);
  if (letIn.size === 0) return [];
  const isAsked = nodes.some(({ contract }) => contract?.isTrigger === true && contract.isUnasked !== true);
  const titles = new Map(surroundings.nodes.map(({ id, title }) => [id, title]));
  return nodes.flatMap(({ node, contract }): readonly Finding[] => {
    const chosen = contract?.mailOf?.(node.config);
    const mail = replies.get(chosen?.mail ?? '');
    const trigger = titles.get(letIn.get(node.id) ?? node.id);
    if (chosen === undefined || mail === undefined || trigger === undefined || !letIn.has(node.id)) return [];
    const mend = mendOf({ mail: mail.name, trigger, isAsked });
    return [{ severity: 'warning', node: node.id, path: chosen.path, message, mend }];
  });
};

/** The nodes that leads come to who have sent no form since they were let in, each with the trigger they came by. */
function findUnasked({ nodes, leaving, byId }: Survey): ReadonlyMap<NodeId, NodeId> {
  const letIn = new Map<NodeId, NodeId>();
  for (const { node, contract } of nodes) {
    if (contract?.isUnasked !== true) continue;
    const waiting = [node.id];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (letIn.has(at)) continue;
      letIn.set(at, node.id);
      const config = byId.get(at)?.node.config ?? {};
      for (const { outcome, to } of leaving.get(at) ?? []) if (!isRequest({ config, outcome })) waiting.push(to);
    }
  }
  return letIn;
}

/** Whether the part of the settings that makes this exit speaks of a form: who leaves by it has sent one. */
function isRequest({ config, outcome }: { config: JsonObject; outcome: string }): boolean {
  const items = Object.values(config).flatMap((value) => (Array.isArray(value) ? value.filter(isJsonObject) : []));
  return items.some((item) => item.id === outcome && speaksOfForm(item));
}

function speaksOfForm(value: Json): boolean {
  if (Array.isArray(value)) return value.some(speaksOfForm);
  return isJsonObject(value) && (value.kind === 'form' || Object.values(value).some(speaksOfForm));
}

const message: Text = { ja: '申し込んでいない人にも届きます', en: 'Also reaches who asked for nothing' };

function mendOf({ mail, trigger, isAsked }: { mail: string; trigger: Text; isAsked: boolean }): Text {
  const apart = isAsked
    ? { ja: 'するか、入り口ごとに別のメールへ分けてください', en: ', or lead each entrance to an email of its own' }
    : { ja: 'してください', en: '' };
  return {
    ja: `メール「${mail}」の種類は「返信」なので、案内を希望しない人にも送られます。「${trigger.ja}」で入る人は何も申し込んでいません。メールを開いて種類を「案内」に${apart.ja}。`,
    en: `“${mail}” is of the kind “Reply”, so even people who refuse marketing emails get it. Those who enter by “${trigger.en}” asked for nothing. Open the email and make it marketing${apart.en}.`,
  };
}
