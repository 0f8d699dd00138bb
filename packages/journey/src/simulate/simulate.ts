import type { Plan } from '../compile/plan.ts';
import { asId, type CalendarId } from '../id.ts';
import { asInstant, type Instant, type Milliseconds } from '../time/instant.ts';
import type { Calendar } from '../time/wait-spec.ts';
import { createChance } from './chance.ts';
import { countPassage } from './count-passage.ts';
import { type Guesses, GuessTable } from './guess-table.ts';
import { GuessedWorld } from './guessed-world.ts';
import { runPassage } from './run-passage.ts';
import type { OnProgress, Simulation } from './simulation.ts';
import { Tally } from './tally.ts';

interface Simulated {
  readonly plan: Plan;
  /** How many leads enter, spread evenly over the triggers. */
  readonly count: number;
  /** The same seed gives the same figures. */
  readonly seed: number;
  readonly guesses: Guesses;
  readonly calendars: Readonly<Record<CalendarId, Calendar>>;
  readonly from: Instant;
  /** When the virtual clock stops: who has not left by then is in flight. */
  readonly until: Instant;
  /** Leads enter evenly over this span; 0: all at `from`. */
  readonly spreadMs: Milliseconds;
  readonly onProgress?: OnProgress;
}

const leadsBetweenReports = 500;

/**
 * Invents leads and carries them through a plan. What a lead does is drawn from the guesses; the rest is the
 * interpreter's work. Leads do not meet, so they go one after another, each on a clock of its own: no queue of
 * wakes is needed, and the order changes nothing.
 * @throws RangeError where a calendar that the plan names is not given.
 */
export function simulate(given: Simulated): Simulation {
  const { plan, count, seed, guesses, calendars, from, until, spreadMs, onProgress } = given;
  const tally = new Tally();
  const world = new GuessedWorld({ plan, table: new GuessTable({ plan, guesses, calendars }) });
  for (let lead = 0; lead < count; lead++) {
    if (lead > 0 && lead % leadsBetweenReports === 0 && onProgress?.(lead) === false)
      return tally.figures({ cancelled: true });
    world.begin(createChance(Math.imul(lead + 1, 0x9e3779b1) ^ seed));
    const entry = plan.entries[lead % plan.entries.length];
    if (entry === undefined) break;
    const enterAt = asInstant(from + (spreadMs * lead) / count);
    if (enterAt > until) break;
    const enrollment = asId<'enrollment'>(`guess/${seed}/${lead}`);
    countPassage({
      tally,
      entry: entry.node,
      enterAt,
      run: (onStep) => runPassage({ plan, entry, world, enrollment, enterAt, until, event: null, onStep }),
    });
  }
  return tally.figures({ cancelled: false });
}
