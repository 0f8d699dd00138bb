import type { NodeChoice } from '@sodate/database/schema/journey';
import type { NodeId } from '@sodate/journey/id';
import { type Instant, parseInstant } from '@sodate/journey/time/instant';
import { unreachable } from '@sodate/journey/unreachable';
import type { PlannedNode } from '@sodate/services/journey/read-publish-plan';

type Held = Pick<PlannedNode, 'node' | 'nextAt' | 'nextIfFollowed' | 'pastIfFollowed'>;

/** When the first of those at a node goes on by this choice; undefined where none has a time, or some go at once. */
export function nextAtBy({ node, choice }: { node: Held; choice: NodeChoice }): Instant | undefined {
  const at = wordedNext({ node, choice });
  return at === null ? undefined : parseInstant(at);
}

function wordedNext({ node, choice }: { node: Held; choice: NodeChoice }): string | null {
  switch (choice.kind) {
    case 'finish':
      return node.nextAt;
    case 'follow':
      return choice.past === 'go-on-now' && node.pastIfFollowed > 0 ? null : node.nextIfFollowed;
    case 'move':
      return choice.at === 'now' ? null : node.nextAt;
    default:
      return unreachable(choice);
  }
}

/** The earliest of all nodes, by what is chosen for each. */
export function earliestNext({
  nodes,
  choices,
}: {
  nodes: readonly Held[];
  choices: Readonly<Record<NodeId, NodeChoice>>;
}): Instant | undefined {
  const times = nodes.flatMap((node) => {
    const choice = choices[node.node];
    return (choice && nextAtBy({ node, choice })) ?? [];
  });
  return times.sort((one, other) => one - other)[0];
}
