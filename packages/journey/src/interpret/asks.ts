import type { Entry, Op, Plan } from '../compile/plan.ts';
import type { CalendarId } from '../id.ts';
import { opOf } from './op-of.ts';
import type { Asked, PassageState } from './passage.ts';

/** The facts that the next hop needs: exits, goals, this op's conditions, and what measures the deadlines beyond it. */
export function asks({ plan, state }: { plan: Plan; state: PassageState }): Asked {
  if (state.phase === 'ended') return { conditions: [], calendars: [], leadZone: false };
  const op = opOf({ plan, id: state.op });
  const conditions = new Set([...plan.exits, ...plan.goals].map(({ key }) => key));
  // An effect that is not final moves only by exits and goals; its own op asks nothing.
  for (const key of op.asks) conditions.add(key);
  const reached = Object.values(op.next).map((id) => opOf({ plan, id }));
  return { conditions: [...conditions], ...deadlineFacts(reached) };
}

/** The facts that `enter` needs, and the audience's condition, which the host judges before it lets the lead in. */
export function asksToEnter({ plan, entry }: { plan: Plan; entry: Entry }): Asked {
  const reached = entry.to === undefined ? [] : [opOf({ plan, id: entry.to })];
  return { conditions: plan.audience === undefined ? [] : [plan.audience], ...deadlineFacts(reached) };
}

/** The facts that `leave` needs: exits and goals alone. */
export function asksToLeave(plan: Plan): Asked {
  const conditions = new Set([...plan.exits, ...plan.goals].map(({ key }) => key));
  return { conditions: [...conditions], calendars: [], leadZone: false };
}

function deadlineFacts(reached: readonly Op[]): Omit<Asked, 'conditions'> {
  const calendars = new Set<CalendarId>(reached.flatMap((op) => op.calendars));
  return { calendars: [...calendars], leadZone: reached.some((op) => op.leadZone) };
}
