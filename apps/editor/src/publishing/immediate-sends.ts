import type { NodeChoice } from '@sodate/database/schema/journey';
import type { NodeId } from '@sodate/journey/id';

interface Held {
  readonly node: NodeId;
  readonly leads: number;
  readonly pastIfFollowed: number;
}

export interface AtOnce {
  /** Leads who go on within two hours, because their new deadline has passed. */
  readonly goOn: number;
  /** Leads moved now to a node that sends a mail. */
  readonly sends: number;
}

/** What happens at once because of a publish with these choices; nothing, unless somebody chose it. */
export function countAtOnce({
  nodes,
  choices,
  isMessage,
}: {
  nodes: readonly Held[];
  choices: Readonly<Record<NodeId, NodeChoice>>;
  isMessage: (node: NodeId) => boolean;
}): AtOnce {
  let goOn = 0;
  let sends = 0;
  for (const { node, leads, pastIfFollowed } of nodes) {
    const choice = choices[node];
    if (choice?.kind === 'follow' && choice.past === 'go-on-now') goOn += pastIfFollowed;
    if (choice?.kind === 'move' && choice.at === 'now' && isMessage(choice.to)) sends += leads;
  }
  return { goOn, sends };
}
