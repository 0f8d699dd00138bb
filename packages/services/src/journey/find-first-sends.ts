import type { NodeId } from '@sodate/journey/id';
import { sendsMail } from './expect-mails.ts';
import { type FirstActs, type WalkFrom, walkToRest } from './walk-to-rest.ts';

/** The first mail on each way from an op to its next rest or end, by the nodes that send them. Pure. */
export function findFirstSends(start: WalkFrom): FirstActs {
  const nodes = new Set<NodeId>();
  let certain = true;
  walkToRest({
    ...start,
    visit: (op, ways) => {
      const sends = op !== undefined && sendsMail(op);
      if (sends) nodes.add(op.node);
      else if (ways.length === 0) certain = false;
      return !sends;
    },
  });
  return { nodes, certain };
}
