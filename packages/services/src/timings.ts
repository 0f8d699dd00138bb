import type { Milliseconds } from '@sodate/journey/time/instant';

/** All spans of the engine in one value, so that tests may run them at a tenth. Defaults are the engine's rules. */
export interface Timings {
  /** A lease lasts the effect's limit and this much more, inline and queued. */
  readonly leaseInlineMs: Milliseconds;
  readonly leaseQueuedMs: Milliseconds;
  /** A waiting effect is looked at again after this at the latest. */
  readonly actingLookMs: Milliseconds;
  /** Effects due later than this rest instead of queueing. */
  readonly queueHorizonMs: Milliseconds;
  /** Longest limit that may go inline; longest a look may have taken, with the limit, to start one. */
  readonly inlineLimitMs: Milliseconds;
  readonly inlineElapsedMs: Milliseconds;
  /** A look waits this long for room to send inline before it queues. */
  readonly inlineRoomMs: Milliseconds;
  /** A look stops hopping after this. */
  readonly lookMs: Milliseconds;
  readonly hopsPerLook: number;
  readonly inlineOffMs: Milliseconds;
  readonly slowSendMs: Milliseconds;
  /** A missing node type is waited for this long before the lead is stuck. */
  readonly missingTypeMs: Milliseconds;
  readonly relayIdleMinMs: Milliseconds;
  readonly relayIdleMaxMs: Milliseconds;
  /** Test leads that have just entered are sought this often. */
  readonly firstLooksMs: Milliseconds;
  readonly relayCallMs: Milliseconds;
  readonly relayBatchMs: Milliseconds;
  readonly watchEveryMs: Milliseconds;
  readonly watchLateMs: Milliseconds;
  readonly watchAgainMs: Milliseconds;
  readonly sweepEveryMs: Milliseconds;
  readonly markEveryMs: Milliseconds;
  readonly markCheckMs: Milliseconds;
  readonly rollupEveryMs: Milliseconds;
  readonly rollupLagMs: Milliseconds;
  /** Back-off between tries of an effect: the first, doubling up to the second. */
  readonly retryFirstMs: Milliseconds;
  readonly retryMostMs: Milliseconds;
  /** The database is asked this often whether it is there; silent for so long, it counts as away. */
  readonly databaseAskMs: Milliseconds;
  readonly databaseAwayMs: Milliseconds;
}

const second = 1_000;
const minute = 60 * second;

export const realTimings: Timings = {
  leaseInlineMs: 10 * second,
  leaseQueuedMs: 30 * second,
  actingLookMs: 10 * minute,
  queueHorizonMs: minute,
  inlineLimitMs: 5 * second,
  inlineElapsedMs: 7 * second,
  inlineRoomMs: 300,
  lookMs: 4 * second,
  hopsPerLook: 50,
  inlineOffMs: minute,
  slowSendMs: second,
  missingTypeMs: 5 * minute,
  relayIdleMinMs: 50,
  relayIdleMaxMs: 500,
  firstLooksMs: 250,
  relayCallMs: 2 * second,
  relayBatchMs: 5 * second,
  watchEveryMs: 15 * second,
  watchLateMs: minute,
  watchAgainMs: 5 * minute,
  sweepEveryMs: 15 * minute,
  markEveryMs: 10 * minute,
  markCheckMs: minute,
  rollupEveryMs: 30 * second,
  rollupLagMs: minute,
  retryFirstMs: 5 * second,
  retryMostMs: 30 * minute,
  databaseAskMs: 2 * second,
  databaseAwayMs: 10 * second,
};

/** The same rules with every span multiplied: `scaleTimings({ timings: realTimings, by: 0.1 })`. Counts stay. */
export function scaleTimings({ timings, by }: { timings: Timings; by: number }): Timings {
  const scaled = Object.entries(timings).map(([name, value]) => [name, name.endsWith('Ms') ? value * by : value]);
  return Object.fromEntries(scaled) as Timings;
}
