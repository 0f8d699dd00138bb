import type { Plan } from '../compile/plan.ts';
import { concernsCondition } from '../condition/concerns-condition.ts';
import type { LeadEvent } from '../event/event.ts';
import type { ConditionKey } from '../id.ts';
import { listenMatches } from './listen-matches.ts';
import type { PassageState } from './passage.ts';

/**
 * Whether an event concerns a passage: its listen hears it, or it may change an exit, a goal or a condition waited
 * for. It may say yes in vain; it never misses an event that makes the next hop move.
 */
export function wakes({ plan, state, event }: { plan: Plan; state: PassageState; event: LeadEvent }): boolean {
  if (state.phase === 'ended') return false;
  const concerns = ({ key }: { key: ConditionKey }) => {
    const condition = plan.conditions[key];
    return condition !== undefined && concernsCondition({ condition, event, enrollment: state.enrollment });
  };
  if (plan.exits.some(concerns) || plan.goals.some(concerns)) return true;
  // A passage that waits to be moved to another node may stand at an op that its version no longer has.
  const op = plan.ops[state.op];
  if (op?.kind !== 'listen' || state.phase !== 'resting') return false;
  if (event.id > state.arrivedEvent && listenMatches({ op, event, state }) !== undefined) return true;
  return op.conditions.some(concerns);
}
