import { handoffOutcomes } from '../event/handoff-outcomes.ts';
import type { ConfigPath } from '../graph/described-node.ts';
import type { CheckProblem, Surroundings } from '../graph/node-contract.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Text } from '../text.ts';
import { incomplete } from './incomplete.ts';

interface PatternUse {
  readonly pattern: Json | undefined;
  readonly path: ConfigPath;
  readonly surroundings: Surroundings;
}

/** What is lacking or wrong in an event pattern: parts that are given must be complete, and what they name must exist. */
export function checkEventPattern({ pattern, path, surroundings }: PatternUse): readonly CheckProblem[] {
  const mend = isJsonObject(pattern) ? findLack({ pattern, surroundings }) : words.kind;
  return mend === undefined ? [] : [incomplete({ path, mend })];
}

function findLack({ pattern, surroundings }: { pattern: JsonObject; surroundings: Surroundings }): Text | undefined {
  switch (pattern.kind) {
    case 'page':
      if (pattern.url !== undefined && !isUrlPattern(pattern.url)) return words.url;
      return pattern.source === undefined || isFilled(pattern.source) ? undefined : words.source;
    case 'form':
      return pattern.form === undefined || isFilled(pattern.form) ? undefined : words.form;
    case 'mail':
      return findMailLack({ pattern, surroundings });
    case 'handoff':
      if (!hasNode({ node: pattern.node, surroundings })) return words.handoffNode;
      return handoffOutcomes.some((one) => one === pattern.outcome) ? undefined : words.outcome;
    case 'custom':
      return isFilled(pattern.name) ? undefined : words.name;
    default:
      return words.kind;
  }
}

function findMailLack({
  pattern,
  surroundings,
}: {
  pattern: JsonObject;
  surroundings: Surroundings;
}): Text | undefined {
  if (!reactions.some((one) => one === pattern.reaction)) return words.reaction;
  if (pattern.node !== undefined && !hasNode({ node: pattern.node, surroundings })) return words.node;
  if (pattern.mail !== undefined && !surroundings.mails.some(({ id }) => id === pattern.mail)) return words.mail;
  return pattern.link === undefined || isUrlPattern(pattern.link) ? undefined : words.link;
}

function hasNode({ node, surroundings }: { node: Json | undefined; surroundings: Surroundings }): boolean {
  return surroundings.nodes.some(({ id }) => id === node);
}

function isUrlPattern(value: Json): boolean {
  return isJsonObject(value) && matches.some((one) => one === value.match) && isFilled(value.value);
}

function isFilled(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

const matches = ['exact', 'prefix', 'pattern'];
const reactions = ['sent', 'opened', 'clicked', 'bounced'];

const words = {
  kind: { ja: 'どの行動を数えるかを選んでください。', en: 'Choose what the lead should have done.' },
  url: { ja: 'ページを「/price」のように入れてください。', en: 'Fill in the page, such as /price.' },
  source: { ja: '流入元を入れるか、空にしてください。', en: 'Fill in the source, or remove it.' },
  form: { ja: 'フォームを選んでください。', en: 'Choose the form.' },
  reaction: { ja: 'メールへの反応を選んでください。', en: 'Choose how the lead reacted to the email.' },
  node: {
    ja: 'そのメールを送るノードがありません。選び直してください。',
    en: 'The node that sends it is gone. Choose another.',
  },
  mail: { ja: 'そのメールは削除されています。選び直してください。', en: 'The email has been deleted. Choose another.' },
  link: { ja: 'リンク先を「/guide」のように入れてください。', en: 'Fill in the link’s target, such as /guide.' },
  handoffNode: { ja: '引き渡しのノードを選び直してください。', en: 'The hand-off is gone. Choose another.' },
  outcome: { ja: '引き渡しの結果を選んでください。', en: 'Choose the outcome of the hand-off.' },
  name: { ja: 'イベントの名前を入れてください。', en: 'Fill in the event’s name.' },
} as const;
