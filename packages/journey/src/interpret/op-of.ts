import type { Op, Plan } from '../compile/plan.ts';
import type { OpId } from '../id.ts';

/** @throws Error where the plan has no such op: the passage belongs to another version. */
export function opOf({ plan, id }: { plan: Plan; id: OpId }): Op {
  const op = plan.ops[id];
  if (op === undefined) throw new Error(`the plan has no op ${id}`);
  return op;
}
