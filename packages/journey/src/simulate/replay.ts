import type { Plan } from '../compile/plan.ts';
import type { Instant } from '../time/instant.ts';
import { countPassage } from './count-passage.ts';
import { runScripted } from './run-scripted.ts';
import type { ScriptedLead, Surrounding } from './script.ts';
import type { OnProgress, Simulation } from './simulation.ts';
import { Tally } from './tally.ts';

interface Replayed {
  readonly plan: Plan;
  /** May be read as it goes, so that a long history need not be held in memory at once. */
  readonly leads: Iterable<ScriptedLead>;
  readonly surrounding: Surrounding;
  /** When the virtual clock stops. */
  readonly until: Instant;
  readonly onProgress?: OnProgress;
}

const leadsBetweenReports = 100;

/**
 * What a journey would have done with leads whose history is known.
 * @throws Error where the plan has no trigger of a lead's entry.
 */
export function replay({ plan, leads, surrounding, until, onProgress }: Replayed): Simulation {
  const tally = new Tally();
  let done = 0;
  for (const lead of leads) {
    if (done > 0 && done % leadsBetweenReports === 0 && onProgress?.(done) === false)
      return tally.figures({ cancelled: true });
    countPassage({
      tally,
      entry: lead.entry,
      enterAt: lead.enterAt,
      run: (onStep) => runScripted({ plan, lead, surrounding, until, onStep }),
    });
    done++;
  }
  return tally.figures({ cancelled: false });
}
