import type { EnrollmentRow } from '@sodate/database/schema/enrollment';
import type { Plan } from '@sodate/journey/compile/plan';
import { asks } from '@sodate/journey/interpret/asks';
import { hop } from '@sodate/journey/interpret/hop';
import { looksAgain } from '@sodate/journey/interpret/looks-again';
import type { Instant } from '@sodate/journey/time/instant';
import type { Context } from '../context.ts';
import { lockPassage } from './lock-passage.ts';
import { type HoppedOn, readPassageState } from './passage-row.ts';
import { readFacts } from './read-facts.ts';
import type { RunningVersion } from './read-version.ts';
import { writeHop } from './write-hop.ts';

/** Where the first hops came to, and whether the worker must look at once although the passage rests. */
export interface FirstRest {
  readonly row: EnrollmentRow;
  readonly looksAgain: boolean;
}

/**
 * The first hops of a passage, in its enrolment's transaction: branches and splits, up to a rest or an act. Acts are
 * left to the worker. `hopped`: hop 0, which has been written as `entered` at `now`.
 */
export async function hopToRest({
  context,
  version,
  entered,
  hopped: first,
  now,
}: {
  context: Context;
  version: RunningVersion;
  entered: EnrollmentRow;
  hopped: HoppedOn;
  now: Instant;
}): Promise<FirstRest> {
  const { plan } = version;
  const rested = restOf({ row: entered, plan, hopped: first, now });
  if (rested) return rested;
  let last = first;
  for (let hops = 0; ; hops++) {
    const locked = await lockPassage({ context, enrollment: entered.id });
    if (!locked) throw new Error(`enrollment ${entered.id} vanished`);
    const reached = restOf({ row: locked.row, plan, hopped: last, now: locked.now });
    if (reached) return reached;
    if (locked.journey.nodeHeld || hops === context.timings.hopsPerLook) return { row: locked.row, looksAgain: true };
    const state = readPassageState(locked.row);
    const facts = await readFacts({ context, locked, plan, asked: asks({ plan, state }) });
    const hopped = hop({ plan, state, happened: { kind: 'looked', events: [] }, facts, now: locked.now });
    if (hopped.kind !== 'hopped') return { row: locked.row, looksAgain: false };
    await writeHop({ context, locked, version, hopped });
    last = hopped;
  }
}

function restOf({
  row,
  plan,
  hopped,
  now,
}: {
  row: EnrollmentRow;
  plan: Plan;
  hopped: HoppedOn;
  now: Instant;
}): FirstRest | undefined {
  if (row.state === 'moving' && plan.ops[row.op]?.kind !== 'act') return undefined;
  return { row, looksAgain: looksAgain({ plan, hopped, now }) };
}
