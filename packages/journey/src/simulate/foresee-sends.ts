import type { ActOp, Plan } from '../compile/plan.ts';
import { hop } from '../interpret/hop.ts';
import { opOf } from '../interpret/op-of.ts';
import type { Facts, Happened, PassageState } from '../interpret/passage.ts';
import type { Instant } from '../time/instant.ts';

/** Where a passage is, on the way ahead; `now` in its own time. */
export interface Ahead {
  readonly state: PassageState;
  readonly now: Instant;
}

export interface ForeseenSend {
  readonly at: Instant;
  readonly outcome: 'done' | 'not-sent';
}

interface Foresight {
  readonly plan: Plan;
  readonly from: Ahead;
  /** How far to look. */
  readonly until: Instant;
  /** The facts of the next hop, as far as they are known yet. */
  readonly know: (state: PassageState) => Facts | undefined;
  /** When an external act that is reached at `now` takes place, and what becomes of it. */
  readonly send: (given: { readonly op: ActOp; readonly now: Instant }) => ForeseenSend;
}

// As in the live engine: so many hops at one moment, without rest, are a fault of the journey.
const mostHopsAtOnce = 50;

/**
 * Carries a living passage on by the interpreter while nothing happens to its lead: rests last to their end. Gives
 * where it stands where facts are lacking, so that one may go on from there; undefined where it is over, or beyond
 * `until`. @throws RangeError where a calendar that the plan names is not given.
 */
export function foreseeSends({ from, know, ...world }: Foresight): Ahead | undefined {
  let ahead = from;
  for (let hopsAtOnce = 0; hopsAtOnce <= mostHopsAtOnce; hopsAtOnce++) {
    const facts = know(ahead.state);
    if (facts === undefined) return ahead;
    const next = goOn({ ...world, ahead, facts });
    if (next === undefined) return undefined;
    if (next.now > ahead.now) hopsAtOnce = 0;
    ahead = next;
  }
  return undefined;
}

/** One hop on, or to the end of a rest; undefined where the passage ends, or nothing is known to move it before `until`. */
function goOn({
  plan,
  ahead: { state, now },
  facts,
  until,
  send,
}: Pick<Foresight, 'plan' | 'until' | 'send'> & { readonly ahead: Ahead; readonly facts: Facts }): Ahead | undefined {
  const look = lookAt({ plan, ahead: { state, now }, send });
  if (look === undefined || look.now >= until) return undefined;
  const hopped = hop({ plan, state, facts, ...look });
  if (hopped.kind === 'hopped') {
    return hopped.state.phase === 'ended' ? undefined : { state: hopped.state, now: look.now };
  }
  const { until: restsUntil } = state;
  return hopped.kind === 'rests' && restsUntil !== null && restsUntil > now ? { state, now: restsUntil } : undefined;
}

function lookAt({
  plan,
  ahead: { state, now },
  send,
}: Pick<Foresight, 'plan' | 'send'> & { readonly ahead: Ahead }):
  | { readonly happened: Happened; readonly now: Instant }
  | undefined {
  if (state.phase !== 'acting') return { happened: { kind: 'looked', events: [] }, now };
  const op = opOf({ plan, id: state.op });
  if (op.kind !== 'act') return undefined;
  const { at, outcome } = send({ op, now });
  return { happened: { kind: 'landed', outcome }, now: at };
}
