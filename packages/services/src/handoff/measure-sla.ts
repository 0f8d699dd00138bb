import type { HandoffRow } from '@sodate/database/schema/handoff';
import type { Instant, Milliseconds } from '@sodate/journey/time/instant';
import { asInstant } from '@sodate/journey/time/instant';
import { openTimeBetween } from '@sodate/journey/time/open-time';
import type { Calendar, Duration } from '@sodate/journey/time/wait-spec';

export interface MeasuredSla {
  /** Open time of the whole SLA, and what is left of it; below zero: over by that much. */
  readonly totalMs: Milliseconds;
  readonly leftMs: Milliseconds;
}

const exactMs: Readonly<Partial<Record<Duration['unit'], number>>> = {
  minutes: 60_000,
  hours: 3_600_000,
  'business-hours': 3_600_000,
};

/** Spans in the hand-off's calendar, in its own time; in plain time where that calendar is gone. `now` is real time. */
export function measureSla({
  row: { createdAt, dueAt, offsetMs, sla },
  calendar,
  now: realNow,
}: {
  row: Pick<HandoffRow, 'createdAt' | 'dueAt' | 'offsetMs' | 'sla'>;
  calendar: Calendar | undefined;
  now: Instant;
}): MeasuredSla {
  const now = asInstant(realNow + offsetMs);
  const between = ({ from, to }: { from: Instant; to: Instant }) =>
    calendar === undefined ? Math.max(0, to - from) : openTimeBetween({ calendar, from, to });
  const unitMs = exactMs[sla.unit];
  const totalMs = unitMs === undefined ? between({ from: createdAt, to: dueAt }) : sla.amount * unitMs;
  // Over is over, though no open hour may have passed since.
  const leftMs = now < dueAt ? between({ from: now, to: dueAt }) : Math.min(-1, -between({ from: dueAt, to: now }));
  return { totalMs, leftMs };
}
