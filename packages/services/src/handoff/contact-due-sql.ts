import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { type SQL, sql } from 'drizzle-orm';

/** Over `handoff` as h: its lead is to be contacted today in this zone, or was before. */
export function contactDueSql({ now, zone }: { now: Instant; zone: Zone }): SQL {
  return sql`(h.state in ('accepted', 'opportunity') and h.next_contact_at < ${midnight({ now, zone, daysOn: 1 })})`;
}

/** The same of those only whose day is over, or whose time has passed. */
export function contactPastSql({ now, zone }: { now: Instant; zone: Zone }): SQL {
  return sql`(h.state in ('accepted', 'opportunity') and (h.next_contact_at < ${midnight({ now, zone, daysOn: 0 })}
    or (h.next_contact_timed and h.next_contact_at <= ${formatInstant(now)}::timestamptz)))`;
}

/** Days of the next contact, both included; left out: whenever. */
export interface ContactDays {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * Over `handoff` as h: its next contact is planned, on these days of the zone. Worded over `work_at`, so that the list
 * that goes by it ends before those without one: they stand a hundred years on.
 */
export function contactPlannedSql({ from, until, zone }: ContactDays & { zone: Zone }): SQL {
  const begins = (day: string, daysOn: 0 | 1) =>
    sql`((${day}::date + ${daysOn} * interval '1 day') at time zone ${zone})`;
  const first = from === undefined ? sql`` : sql` and h.work_at >= ${begins(from, 0)}`;
  const last = until === undefined ? sql`h.due_at + interval '99 years'` : begins(until, 1);
  return sql`(h.state in ('accepted', 'opportunity') and h.next_contact_at is not null${first} and h.work_at < ${last})`;
}

/** With which today begins in the zone, or so many days on. */
function midnight({ now, zone, daysOn }: { now: Instant; zone: Zone; daysOn: 0 | 1 }): SQL {
  const today = sql`date_trunc('day', ${formatInstant(now)}::timestamptz at time zone ${zone})`;
  return sql`((${today} + ${daysOn} * interval '1 day') at time zone ${zone})`;
}
