import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { NodeTypeTable } from '../canvas/outcomes-of.ts';

const known = new WeakMap<readonly DescribedNode[], NodeTypeTable>();

/** The installed types by name; the same for the same list, so that what was made with it can be told to be of it. */
export function byType(described: readonly DescribedNode[]): NodeTypeTable {
  const found = known.get(described) ?? new Map(described.map((one) => [one.type, one]));
  known.set(described, found);
  return found;
}
