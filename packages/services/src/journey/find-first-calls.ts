import type { NodeId } from '@sodate/journey/id';
import { callsOutside } from './expect-mails.ts';
import { type FirstActs, type WalkFrom, walkToRest } from './walk-to-rest.ts';

/** The nodes that call what lies outside before the next rest or end. Pure. */
export function findFirstCalls(start: WalkFrom): FirstActs {
  const nodes = new Set<NodeId>();
  let certain = true;
  walkToRest({
    ...start,
    visit: (op, ways) => {
      if (op !== undefined && callsOutside(op)) nodes.add(op.node);
      if (ways.length > 1) certain = false;
      return true;
    },
  });
  return { nodes, certain };
}
