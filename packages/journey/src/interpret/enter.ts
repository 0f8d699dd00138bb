import type { Entry, Plan } from '../compile/plan.ts';
import type { EventId } from '../event/event.ts';
import { asId, type EnrollmentId } from '../id.ts';
import type { Instant } from '../time/instant.ts';
import { arrive } from './arrive.ts';
import { opOf } from './op-of.ts';
import type { Facts, Hopped, PassageState } from './passage.ts';

interface Entering {
  readonly plan: Plan;
  readonly entry: Entry;
  readonly enrollment: EnrollmentId;
  /** As listed by `asksToEnter`; `lastEvent` as of now, the letting-in event included. */
  readonly facts: Facts;
  readonly now: Instant;
  /** The event that let the lead in; null: a person did. It satisfies no listen. */
  readonly event: EventId | null;
}

/** Hop 0: from the trigger to where it leads. A trigger that leads nowhere ends the passage as completed. */
export function enter(entering: Entering): Extract<Hopped, { kind: 'hopped' }> {
  const { plan, entry, event, now } = entering;
  const state = firstState(entering);
  const reached = entry.to === undefined ? null : opOf({ plan, id: entry.to });
  return {
    kind: 'hopped',
    state,
    effect: null,
    step: {
      fromOp: null,
      fromNode: entry.node,
      outcome: 'entered',
      toOp: reached?.id ?? null,
      toNode: reached?.node ?? null,
      visit: state.visit,
      dueAt: now,
      at: now,
      event,
      seen: [],
    },
  };
}

function firstState({ plan, entry, enrollment, facts, now, event }: Entering): PassageState {
  const lastEvent = Math.max(facts.lastEvent, event ?? 0);
  if (entry.to === undefined) {
    return {
      enrollment,
      phase: 'ended',
      op: asId(entry.node),
      visit: 1,
      visits: {},
      arrivedAt: now,
      arrivedEvent: lastEvent,
      until: null,
      reason: 'completed',
    };
  }
  const op = opOf({ plan, id: entry.to });
  const visits = op.onCycle ? { [op.node]: 1 } : {};
  return arrive({ plan, op, enrollment, visit: 1, visits, facts: { ...facts, lastEvent }, now });
}
