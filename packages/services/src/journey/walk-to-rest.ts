import type { Op, Plan } from '@sodate/journey/compile/plan';
import type { NodeId, OpId } from '@sodate/journey/id';
import { waysFrom } from './expect-mails.ts';

/** Where a lead starts. */
export interface WalkFrom {
  readonly plan: Plan;
  readonly from: OpId | undefined;
}

/** The nodes that do something before the next rest or end. `certain`: whatever a branch or a split decides. */
export interface FirstActs {
  readonly nodes: ReadonlySet<NodeId>;
  readonly certain: boolean;
}

/**
 * Shows every op that a lead may pass from `from` to its next rest or end, once each, with the ways on from it; an end
 * is shown as undefined each time that a way leads there. Goes no further where `visit` answers false. Pure.
 */
export function walkToRest({
  plan,
  from,
  visit,
}: WalkFrom & { visit: (op: Op | undefined, ways: readonly (OpId | undefined)[]) => boolean }): void {
  const seen = new Set<OpId>();
  const walk = (id: OpId | undefined): void => {
    const op = id === undefined ? undefined : plan.ops[id];
    if (op === undefined) {
      visit(undefined, []);
      return;
    }
    if (seen.has(op.id)) return;
    seen.add(op.id);
    const ways = waysFrom({ op, past: {} }).flatMap(([to, share]) => (share > 0 ? [to] : []));
    if (visit(op, ways)) ways.forEach(walk);
  };
  walk(from);
}
