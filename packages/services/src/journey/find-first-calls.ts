import type { Plan } from '@sodate/journey/compile/plan';
import type { NodeId, OpId } from '@sodate/journey/id';
import { callsOutside, waysFrom } from './expect-mails.ts';

/** The nodes that call what lies outside before the next rest or end. `certain`: whatever a branch or a split decides. Pure. */
export function findFirstCalls({ plan, from }: { plan: Plan; from: OpId | undefined }): {
  readonly nodes: ReadonlySet<NodeId>;
  readonly certain: boolean;
} {
  const nodes = new Set<NodeId>();
  const seen = new Set<OpId>();
  let certain = true;
  const walk = (id: OpId | undefined): void => {
    const op = id === undefined ? undefined : plan.ops[id];
    if (op === undefined || seen.has(op.id)) return;
    seen.add(op.id);
    if (callsOutside(op)) nodes.add(op.node);
    const ways = waysFrom({ op, past: {} }).filter(([, share]) => share > 0);
    if (ways.length > 1) certain = false;
    for (const [to] of ways) walk(to);
  };
  walk(from);
  return { nodes, certain };
}
