import type { Entry, Plan } from '../compile/plan.ts';
import type { EventId } from '../event/event.ts';
import type { EnrollmentId } from '../id.ts';
import { enter } from '../interpret/enter.ts';
import { hop } from '../interpret/hop.ts';
import type { Hopped, PassageState, StepRecord } from '../interpret/passage.ts';
import type { Instant } from '../time/instant.ts';
import type { World } from './world.ts';

interface Run {
  readonly plan: Plan;
  readonly entry: Entry;
  readonly enrollment: EnrollmentId;
  readonly world: World;
  readonly enterAt: Instant;
  readonly event: EventId | null;
  /** When the virtual clock stops. */
  readonly until: Instant;
  readonly onStep: (step: StepRecord) => void;
}

export interface Ran {
  readonly state: PassageState;
  /** An effect failed and leads nowhere, or the lead never came to rest. */
  readonly stuck: boolean;
  /** When the last step was made. */
  readonly at: Instant;
}

// As in the live engine: so many hops at one moment, without rest, are a fault of the journey.
const mostHopsAtOnce = 50;

/** Carries one lead through a plan on a virtual clock, by the same interpreter that carries the living. */
export function runPassage({ plan, entry, enrollment, world, enterAt, event, until, onStep }: Run): Ran {
  let now = enterAt;
  const facts = world.factsToEnter({ entry, now });
  let hopped: Extract<Hopped, { kind: 'hopped' }> | undefined = enter({ plan, entry, enrollment, facts, now, event });
  let { state } = hopped;
  let at = now;
  let hopsAtOnce = 0;
  onStep(hopped.step);
  while (state.phase !== 'ended') {
    const look = world.next({ state, now, hopped });
    if (look === undefined || look.at > until) break;
    hopsAtOnce = look.at > now ? 0 : hopsAtOnce + 1;
    now = look.at;
    if (hopsAtOnce > mostHopsAtOnce) return { state, stuck: true, at };
    const result = hop({ plan, state, happened: look.happened, facts: look.facts, now });
    if (result.kind === 'stuck') return { state, stuck: true, at };
    hopped = result.kind === 'hopped' ? result : undefined;
    if (hopped === undefined) continue;
    if (hopped.effect !== null) world.act({ op: hopped.effect, before: state, now });
    state = hopped.state;
    at = now;
    onStep(hopped.step);
  }
  return { state, stuck: false, at };
}
