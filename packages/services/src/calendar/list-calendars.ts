import { calendar } from '@sodate/database/schema/organisation';
import { asc, desc } from 'drizzle-orm';
import type { Context } from '../context.ts';

const most = 200;

/** All calendars, the default one first. */
export async function listCalendars({ context }: { context: Context }) {
  return await context.database
    .select({
      id: calendar.id,
      name: calendar.name,
      zone: calendar.zone,
      hours: calendar.hours,
      holidays: calendar.holidays,
      closedDates: calendar.closedDates,
      openDates: calendar.openDates,
      isDefault: calendar.isDefault,
    })
    .from(calendar)
    .orderBy(desc(calendar.isDefault), asc(calendar.name))
    .limit(most);
}
