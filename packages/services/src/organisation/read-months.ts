import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readOrganisation } from './read-organisation.ts';

export const months = ['this', 'last'] as const;

/** From (with) and to (without) in PostgreSQL's words. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

interface Bounds extends Record<string, unknown> {
  readonly monthStart: string;
  readonly lastStart: string;
  readonly lastEnd: string;
}

/**
 * This month up to now in the organisation's zone, and the last up to the same day and time: the 31st has no twin in a
 * shorter month, and PostgreSQL then takes that month's last day.
 */
export async function readMonths({
  context,
  now,
}: {
  context: Context;
  now: Instant;
}): Promise<Readonly<Record<(typeof months)[number], Span>>> {
  const { zone } = await readOrganisation({ context });
  const local = sql`(${formatInstant(now)}::timestamptz at time zone ${zone})`;
  const start = sql`date_trunc('month', ${local})`;
  const rows = await context.database.execute<Bounds>(sql`
    select ${start} at time zone ${zone} as "monthStart",
      (${start} - interval '1 month') at time zone ${zone} as "lastStart",
      (${local} - interval '1 month') at time zone ${zone} as "lastEnd"`);
  const [bounds] = rows;
  if (bounds === undefined) throw new Error('the spans of the months were not read');
  return {
    this: { from: bounds.monthStart, to: formatInstant(now) },
    last: { from: bounds.lastStart, to: bounds.lastEnd },
  };
}
