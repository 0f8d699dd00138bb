import type { GraphNode } from '@sodate/journey/graph/graph';
import type { HeldNode } from '@sodate/services/journey/read-held-nodes';
import { useDraft, useJourney } from '../journeys/journey-context.ts';

/** Whether leads are held at a node, and whether the signed-in person may hold them there or let them go. */
export function useHold({ node }: { node: GraphNode }): { held: HeldNode | undefined; mayHold: boolean } {
  const { types, role, state, heldNodes } = useJourney();
  const published = useDraft(({ live }) => live?.graph.nodes[node.id]);
  const described = types.get(node.type);
  const running = state === 'live' || state === 'paused';
  const stands = described !== undefined && !described.isTrigger && described.family !== 'end';
  const allowed =
    role === 'admin' || role === 'marketer' || (role === 'sales-manager' && described?.family === 'sales');
  return {
    held: heldNodes.find((one) => one.node === node.id),
    mayHold: running && stands && published !== undefined && allowed,
  };
}
