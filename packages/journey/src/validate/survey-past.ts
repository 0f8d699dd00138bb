import type { NodeId } from '../id.ts';
import type { Survey } from './survey.ts';

/** What can lie behind leads when they arrive at a node. */
export interface Past {
  /** Reached by leads who have come to rest somewhere before. */
  readonly afterRest: ReadonlySet<NodeId>;
  /** Reached by leads who have come to rest since a mail of this journey. */
  readonly afterReading: ReadonlySet<NodeId>;
  /** How many nodes send each mail. */
  readonly sendersOf: ReadonlyMap<string, number>;
}

export function surveyPast(survey: Survey): Past {
  const resting = survey.nodes.filter(({ contract }) => contract?.rests === true).map(({ node }) => node.id);
  const senders = survey.nodes.filter(({ contract }) => contract?.mailOf !== undefined);
  const afterMail = listBehind({ survey, from: senders.map(({ node }) => node.id) });
  const sendersOf = new Map<string, number>();
  for (const { node, contract } of senders) {
    const mail = contract?.mailOf?.(node.config)?.mail;
    if (mail !== undefined) sendersOf.set(mail, (sendersOf.get(mail) ?? 0) + 1);
  }
  return {
    afterRest: listBehind({ survey, from: resting }),
    afterReading: listBehind({ survey, from: resting.filter((id) => afterMail.has(id)) }),
    sendersOf,
  };
}

/** All nodes that some of `from` lead to. */
function listBehind({ survey, from }: { survey: Survey; from: readonly NodeId[] }): ReadonlySet<NodeId> {
  const behind = new Set<NodeId>();
  const toFollow = [...from];
  for (let at = toFollow.pop(); at !== undefined; at = toFollow.pop()) {
    for (const { to } of survey.leaving.get(at) ?? []) {
      if (behind.has(to)) continue;
      behind.add(to);
      toFollow.push(to);
    }
  }
  return behind;
}
