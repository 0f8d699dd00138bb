declare const instantMark: unique symbol;

/** A point in time: milliseconds since 1970-01-01T00:00Z. May carry a fraction; PostgreSQL counts microseconds. */
export type Instant = number & { readonly [instantMark]: true };

/** A span of time in milliseconds. */
export type Milliseconds = number;

export function asInstant(milliseconds: number): Instant {
  return milliseconds as Instant;
}

/** @throws RangeError where the text is not an ISO 8601 time. */
export function parseInstant(iso: string): Instant {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not a time: ${iso}`);
  return asInstant(milliseconds);
}

export function plus(instant: Instant, span: Milliseconds): Instant {
  return asInstant(instant + span);
}

export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString();
}
