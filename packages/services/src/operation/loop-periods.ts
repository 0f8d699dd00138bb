import type { Milliseconds } from '@sodate/journey/time/instant';
import type { Timings } from '../timings.ts';

const second = 1_000;

/** Loops with something to do on few days ask for it no more often: while all sleep, a worker should too. */
const seldomMs = 3 * second;

/** Every loop of a worker, in the order in which people read of them, and how often it takes a turn. */
export function loopPeriods(timings: Timings) {
  return {
    relay: timings.relayIdleMaxMs,
    'first-looks': timings.firstLooksMs,
    watch: timings.watchEveryMs,
    'mark-check': timings.markCheckMs,
    mark: timings.markEveryMs,
    sweep: timings.sweepEveryMs,
    rules: second,
    bulk: seldomMs,
    'company-changes': seldomMs,
    'lead-imports': seldomMs,
    repeats: seldomMs,
    'bulk-enrolment': seldomMs,
    'roll-up': timings.rollupEveryMs,
    scores: 60 * second,
    housekeeping: 3_600 * second,
    heartbeat: 5 * second,
  } as const satisfies Readonly<Record<string, Milliseconds>>;
}

export type LoopName = keyof ReturnType<typeof loopPeriods>;
