import type { Op, Plan } from '@sodate/journey/compile/plan';
import type { OpId } from '@sodate/journey/id';

/**
 * True where a lead that rests at `from` gets a mail next, if nothing happens to it before its time is over: the ops
 * between decide nothing. Beyond a branch or a split nobody can say yet.
 */
export function leadsToMail({ plan, from }: { plan: Plan; from: OpId }): boolean {
  const start = plan.ops[from];
  if (start === undefined) return false;
  const seen = new Set<OpId>([from]);
  for (let id = afterRest(start); id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const op = plan.ops[id];
    if (op?.kind !== 'act') return false;
    if (op.external?.channel === 'mail') return true;
    id = op.next.done;
  }
  return false;
}

function afterRest(op: Op): OpId | undefined {
  if (op.kind === 'wait') return op.next.done;
  if (op.kind === 'listen' && op.timeout !== undefined) return op.next[op.timeout.outcome];
  return undefined;
}
