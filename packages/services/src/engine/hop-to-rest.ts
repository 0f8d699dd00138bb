import type { EnrollmentRow } from '@sodate/database/schema/enrollment';
import type { EnrollmentId } from '@sodate/journey/id';
import { asks } from '@sodate/journey/interpret/asks';
import { hop } from '@sodate/journey/interpret/hop';
import { looksAgain } from '@sodate/journey/interpret/looks-again';
import type { Context } from '../context.ts';
import { lockPassage } from './lock-passage.ts';
import { type HoppedOn, readPassageState } from './passage-row.ts';
import { readFacts } from './read-facts.ts';
import { readVersion } from './read-version.ts';
import { writeHop } from './write-hop.ts';

/** Where the first hops came to, and whether the worker must look at once although the passage rests. */
export interface FirstRest {
  readonly row: EnrollmentRow;
  readonly looksAgain: boolean;
}

/**
 * The first hops of a passage, in its enrolment's transaction: branches and splits, up to a rest or an act. Acts are
 * left to the worker. `entered`: hop 0, which has been written.
 */
export async function hopToRest({
  context,
  enrollment,
  entered,
}: {
  context: Context;
  enrollment: EnrollmentId;
  entered: HoppedOn;
}): Promise<FirstRest> {
  let last = entered;
  for (let hops = 0; ; hops++) {
    const locked = await lockPassage({ context, enrollment });
    if (!locked) throw new Error(`enrollment ${enrollment} vanished`);
    const version = await readVersion({ context, id: locked.row.versionId });
    const op = version.plan.ops[locked.row.op];
    if (locked.row.state !== 'moving' || op?.kind === 'act' || hops === context.timings.hopsPerLook)
      return { row: locked.row, looksAgain: looksAgain({ plan: version.plan, hopped: last, now: locked.now }) };
    const state = readPassageState(locked.row);
    const facts = await readFacts({ context, locked, plan: version.plan, asked: asks({ plan: version.plan, state }) });
    const hopped = hop({ plan: version.plan, state, happened: { kind: 'looked', events: [] }, facts, now: locked.now });
    if (hopped.kind !== 'hopped') return { row: locked.row, looksAgain: false };
    await writeHop({ context, locked, version, hopped });
    last = hopped;
  }
}
