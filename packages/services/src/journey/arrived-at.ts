import type { NodeId } from '@sodate/journey/id';
import type { FlowLine } from './read-flow.ts';

/** The nodes that leads of a line arrived at. Hop 0 counts for the trigger as well as for the first node. */
export function arrivedAt({ from, outcome, to }: FlowLine): readonly NodeId[] {
  const ends: NodeId[] = outcome === 'entered' ? [from] : [];
  return to === '' ? ends : [...ends, to];
}
