import { realTimings, scaleTimings, type Timings } from '@sodate/services/timings';

/** How long a process stays frozen: a minute, and at a tenth still longer than PostgreSQL lets a transaction idle. */
export const frozenMs = { real: 60_000, scaled: 12_000 } as const;

// What a busy machine needs stays: the limits of sends, of calls on Temporal, and of the database's silence.
const { inlineLimitMs, inlineElapsedMs, relayCallMs, relayBatchMs, databaseAskMs, databaseAwayMs } = realTimings;

/** A tenth of all spans of the engine, so that leases and watches run out while one looks on. */
export const faultTimings: Timings = {
  ...scaleTimings({ timings: realTimings, by: 0.1 }),
  ...{ inlineLimitMs, inlineElapsedMs, relayCallMs, relayBatchMs, databaseAskMs, databaseAwayMs },
};
