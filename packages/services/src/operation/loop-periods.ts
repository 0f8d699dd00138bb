import type { Milliseconds } from '@sodate/journey/time/instant';
import type { Timings } from '../timings.ts';

const second = 1_000;

/** Every loop of a worker, in the order in which people read of them, and how often it takes a turn. */
export function loopPeriods(timings: Timings) {
  return {
    relay: timings.relayIdleMaxMs,
    watch: timings.watchEveryMs,
    'mark-check': timings.markCheckMs,
    mark: timings.markEveryMs,
    sweep: timings.sweepEveryMs,
    rules: second,
    bulk: second,
    'company-changes': second,
    'lead-imports': second,
    repeats: second,
    'bulk-enrolment': second,
    'roll-up': timings.rollupEveryMs,
    scores: 60 * second,
    housekeeping: 3_600 * second,
    heartbeat: 5 * second,
  } as const satisfies Readonly<Record<string, Milliseconds>>;
}

export type LoopName = keyof ReturnType<typeof loopPeriods>;
