import type { Op, Plan } from '../compile/plan.ts';
import type { EnrollmentId, NodeId } from '../id.ts';
import type { Instant } from '../time/instant.ts';
import { measureDeadline } from '../time/measure-deadline.ts';
import type { WaitSpec } from '../time/wait-spec.ts';
import { isZone } from '../time/zone-clock.ts';
import type { Facts, PassageState } from './passage.ts';

interface Arrival {
  readonly plan: Plan;
  readonly op: Op;
  readonly enrollment: EnrollmentId;
  readonly visit: number;
  readonly visits: Readonly<Record<NodeId, number>>;
  readonly facts: Facts;
  readonly now: Instant;
}

/** The state on reaching an op: deadlines are fixed here, and goals and ends end the passage. */
export function arrive(arrival: Arrival): PassageState {
  const { op } = arrival;
  switch (op.kind) {
    case 'wait':
      return reach({ arrival, phase: 'resting', until: deadline({ arrival, spec: op.spec }) });
    case 'listen': {
      const until = op.timeout === undefined ? null : deadline({ arrival, spec: op.timeout.spec });
      return reach({ arrival, phase: 'resting', until });
    }
    case 'act':
      return reach({ arrival, phase: op.external === undefined ? 'moving' : 'acting', until: null });
    case 'branch':
    case 'split':
      return reach({ arrival, phase: 'moving', until: null });
    case 'goal':
      return { ...reach({ arrival, phase: 'ended', until: null }), reason: 'goal', reasonId: op.node };
    case 'end':
      return { ...reach({ arrival, phase: 'ended', until: null }), reason: 'completed' };
    default:
      return op satisfies never;
  }
}

function reach(given: { arrival: Arrival; phase: PassageState['phase']; until: Instant | null }): PassageState {
  const { arrival, phase, until } = given;
  return {
    enrollment: arrival.enrollment,
    phase,
    op: arrival.op.id,
    visit: arrival.visit,
    visits: arrival.visits,
    arrivedAt: arrival.now,
    arrivedEvent: arrival.facts.lastEvent,
    until,
  };
}

function deadline({ arrival, spec }: { arrival: Arrival; spec: WaitSpec }): Instant {
  const { plan, facts, now } = arrival;
  const isLeads = spec.zone === 'lead' && facts.leadZone !== null && isZone(facts.leadZone);
  const zone = isLeads ? (facts.leadZone ?? plan.zone) : plan.zone;
  const calendar = spec.calendar === undefined ? undefined : facts.calendars[spec.calendar];
  return measureDeadline({ spec, from: now, zone, calendar });
}
