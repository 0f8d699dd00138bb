import { asInstant, type Instant } from '@sodate/journey/time/instant';

const earliest = Date.UTC(2000, 0, 1);

/**
 * When an event occurred, by our clock: the client's stamp plus the difference of the two clocks at sending, as the
 * Segment spec reckons (timestamp = receivedAt − (sentAt − originalTimestamp)). Never later than now; now, where no
 * stamp was sent. Undefined: the stamp is no time, or lies before the year 2000.
 */
export function readMessageTime({
  timestamp,
  originalTimestamp,
  sentAt,
  now,
}: {
  timestamp?: unknown;
  originalTimestamp?: unknown;
  sentAt?: unknown;
  now: Instant;
}): Instant | undefined {
  const stamp = timestamp ?? originalTimestamp;
  if (stamp === undefined || stamp === null) return now;
  const occurred = readTime(stamp);
  if (occurred === undefined || occurred < earliest) return undefined;
  const sent = readTime(sentAt) ?? now;
  return asInstant(Math.max(earliest, Math.min(now, occurred + (now - sent))));
}

function readTime(value: unknown): number | undefined {
  const time = typeof value === 'string' || typeof value === 'number' ? new Date(value).getTime() : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
