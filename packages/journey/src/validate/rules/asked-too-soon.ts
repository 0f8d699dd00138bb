import type { NodeId } from '../../id.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { findJustSent, type JustSent } from '../find-just-sent.ts';
import type { Finding, Rule } from '../rule.ts';
import type { SurveyedNode } from '../survey.ts';
import { type Past, surveyPast } from '../survey-past.ts';

/**
 * A decision straight behind a mail asks what came of it before anybody can have read it. What leads did earlier, such
 * as a page seen in the past 30 days, is a fair question there: told of is only what cannot have happened yet.
 */
export const askedTooSoon: Rule = (survey) => {
  const asking = survey.nodes.flatMap((surveyed) => {
    const questions = decidesAtOnce(surveyed) ? listQuestions(surveyed.node.config) : [];
    return questions.length === 0 ? [] : [{ node: surveyed.node.id, questions }];
  });
  if (asking.length === 0) return [];
  const past = surveyPast(survey);
  return asking.flatMap(({ node, questions }): readonly Finding[] => {
    const just = findJustSent({ survey, node });
    if (just === undefined) return [];
    const tooSoon = questions.find((question) => isTooSoon({ question, node, just, past }));
    if (tooSoon === undefined) return [];
    // It is about where the node stands: told of the node as a whole, above its settings.
    return [{ severity: 'warning', node, restOn: just.by, ...(tooSoon.pattern.kind === 'mail' ? ofMail : ofElse) }];
  });
};

function decidesAtOnce({ contract }: SurveyedNode): boolean {
  return contract?.family === 'decision' && !contract.rests;
}

/** What leads are asked to have done; a draft may hold half of it. */
interface Question {
  readonly pattern: JsonObject;
  readonly within: Json | undefined;
}

/** Every question in a piece of settings, however deep. */
function listQuestions(value: Json | undefined): readonly Question[] {
  if (Array.isArray(value)) return value.flatMap((inner: Json) => listQuestions(inner));
  if (!isJsonObject(value)) return [];
  const { kind, pattern, within } = value;
  if (kind === 'events' && isJsonObject(pattern)) return [{ pattern, within }];
  return Object.values(value).flatMap((inner) => listQuestions(inner));
}

interface Asked {
  readonly question: Question;
  readonly node: NodeId;
  readonly just: JustSent;
  readonly past: Past;
}

/** Hand-offs come of no mail, and that it was sent is known at once. */
function isTooSoon({ question: { pattern, within }, node, just, past }: Asked): boolean {
  switch (pattern.kind) {
    case 'page':
    case 'form':
    case 'custom':
      return within === 'since-entered' && !past.afterRest.has(node);
    case 'mail':
      return pattern.reaction !== 'sent' && isNotYetRead({ pattern, node, just, past });
    default:
      return false;
  }
}

function isNotYetRead({ pattern, node, just, past }: Omit<Asked, 'question'> & { pattern: JsonObject }): boolean {
  if (pattern.node !== undefined) return [...just.mails.keys()].some((sender) => sender === pattern.node);
  const { mail } = pattern;
  if (typeof mail !== 'string') return !past.afterReading.has(node);
  const sendings = [...just.mails.values()].filter((sent) => sent === mail).length;
  // Where another node sends it as well, that one may be meant.
  return sendings > 0 && sendings === past.sendersOf.get(mail);
}

const ofMail = {
  message: { ja: 'メールの直後に調べます', en: 'Asked right after the email' },
  mend: {
    ja: 'ここでは、メールを送った直後に条件を調べます。そのメールへの反応は、まだだれにもありません。間に「待つ」を入れるか、期限を付けた「行動を待つ」に替えてください。',
    en: 'The condition is asked as soon as the email is sent, before anybody can have reacted to it. Put “Wait” between, or use “Wait for” with a time limit instead.',
  },
};

const ofElse = {
  message: ofMail.message,
  mend: {
    ja: 'ここでは、メールを送った直後に条件を調べます。参加してから間がなく、まだだれにも起きていません。間に「待つ」を入れるか、期限を付けた「行動を待つ」に替えてください。',
    en: 'The condition is asked as soon as the email is sent. Leads have only just entered, so it cannot have happened yet. Put “Wait” between, or use “Wait for” with a time limit instead.',
  },
};
