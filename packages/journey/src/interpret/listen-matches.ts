import type { ListenOp } from '../compile/plan.ts';
import type { LeadEvent } from '../event/event.ts';
import type { EventPattern } from '../event/event-pattern.ts';
import { matchesPattern } from '../event/matches-pattern.ts';
import type { PassageState } from './passage.ts';

/** The outcome of a listen that an event satisfies, the first in the op's order; undefined where none. */
export function listenMatches(given: {
  readonly op: ListenOp;
  readonly event: LeadEvent;
  readonly state: PassageState;
}): string | undefined {
  const { op, event, state } = given;
  const fits = ({ pattern }: { pattern: EventPattern }) =>
    matchesPattern({ pattern, event, enrollment: state.enrollment, visit: visitOf({ pattern, op, state }) });
  return op.events.find(fits)?.outcome;
}

/** Which visit a hand-off pattern means: the present one of the node it names. */
function visitOf(given: { pattern: EventPattern; op: ListenOp; state: PassageState }): number | undefined {
  const { pattern, op, state } = given;
  if (pattern.kind !== 'handoff') return undefined;
  return pattern.node === op.node ? state.visit : (state.visits[pattern.node] ?? 1);
}
