import { user } from '@sodate/database/schema/user';
import { formatInstant } from '@sodate/journey/time/instant';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * Over rows of `user`: away now, by their own word or between two days of the organisation's zone, both included; such
 * people take no turn in a team.
 */
export function awayNow({ clock }: Pick<Context, 'clock'>): SQL<boolean> {
  const today = localToday({ clock });
  return sql<boolean>`(${user.absent} or (${user.absentFrom} is not null and ${user.absentFrom} <= ${today}
    and (${user.absentUntil} is null or ${user.absentUntil} >= ${today})))`;
}

/** Over rows of `user`: their days away lie behind us. */
export function absenceOver({ clock }: Pick<Context, 'clock'>): SQL<boolean> {
  return sql<boolean>`(${user.absentUntil} is not null and ${user.absentUntil} < ${localToday({ clock })})`;
}

const soonDays = 14;

/** Over rows of `user`: the first of their days away where it is near, and not come yet; null otherwise. */
export function awaySoon({ clock }: Pick<Context, 'clock'>): SQL<string | null> {
  const today = localToday({ clock });
  return sql<string | null>`(case when not ${user.absent} and ${user.absentFrom} > ${today}
    and ${user.absentFrom} <= ${today} + ${soonDays}::int then ${user.absentFrom}::text end)`;
}

/** The day it is in the organisation's zone. */
function localToday({ clock }: Pick<Context, 'clock'>): SQL {
  return sql`((${formatInstant(clock.now())}::timestamptz at time zone
    coalesce((select o.zone from organisation o limit 1), 'Asia/Tokyo'))::date)`;
}
