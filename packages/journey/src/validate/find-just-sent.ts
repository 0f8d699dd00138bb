import type { EdgeId } from '../graph/graph.ts';
import type { NodeId } from '../id.ts';
import type { Survey } from './survey.ts';

/** What lies further back is not straight before: the time this takes does not grow with the journey. */
const mostBack = 50;

export interface JustSent {
  /** The nodes that sent a mail, each with the mail that it has chosen. */
  readonly mails: ReadonlyMap<NodeId, string | undefined>;
  /** The first of the ways into the node on which one was sent. */
  readonly by: EdgeId;
}

/** The mails sent to leads who arrive at a node, without a rest since; undefined where there is none. */
export function findJustSent({ survey, node }: { survey: Survey; node: NodeId }): JustSent | undefined {
  const mails = new Map<NodeId, string | undefined>();
  let by: EdgeId | undefined;
  for (const { id } of survey.arriving.get(node) ?? []) {
    const sent = listSentBefore({ survey, edge: id });
    if (sent.length > 0) by ??= id;
    for (const [sender, mail] of sent) mails.set(sender, mail);
  }
  return by === undefined ? undefined : { mails, by };
}

function listSentBefore({ survey, edge }: { survey: Survey; edge: EdgeId }): [NodeId, string | undefined][] {
  const sent = new Map<NodeId, string | undefined>();
  const passed = new Set<NodeId>();
  const toFollow = [edge];
  for (let at = toFollow.pop(); at !== undefined && passed.size < mostBack; at = toFollow.pop()) {
    const way = survey.graph.edges[at];
    const from = way && survey.byId.get(way.from);
    if (way === undefined || from?.contract === undefined || from.contract.rests) continue;
    // By a side exit leave those whom the mail did not reach.
    const isOnward = from.outcomes.some(({ id, optional }) => id === way.outcome && optional !== true);
    if (from.contract.mailOf !== undefined && isOnward)
      sent.set(way.from, from.contract.mailOf(from.node.config)?.mail);
    if (passed.has(way.from)) continue;
    passed.add(way.from);
    toFollow.push(...(survey.arriving.get(way.from) ?? []).map(({ id }) => id));
  }
  return [...sent];
}
