import holidayJp from '@holiday-jp/holiday_jp';
import { type CalendarRow, calendar as calendarTable } from '@sodate/database/schema/organisation';
import type { CalendarId } from '@sodate/journey/id';
import type { Calendar } from '@sodate/journey/time/wait-spec';
import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';

const japaneseHolidays: readonly string[] = Object.keys(holidayJp.holidays).toSorted();

/** Calendars as facts, Japan's holidays among the closed dates (1970 to 2050). An id that is not known is left out. */
export async function readCalendars({
  context,
  ids,
}: {
  context: Context;
  ids: readonly CalendarId[];
}): Promise<readonly Calendar[]> {
  if (ids.length === 0) return [];
  const rows = await context.database
    .select()
    .from(calendarTable)
    .where(inArray(calendarTable.id, [...new Set(ids)]));
  return rows.map(toCalendar);
}

/** A stored calendar as the core counts with it. */
export function toCalendar(
  row: Pick<CalendarRow, 'id' | 'zone' | 'hours' | 'holidays' | 'closedDates' | 'openDates'>,
): Calendar {
  const holidays = row.holidays === 'jp' ? japaneseHolidays : [];
  return {
    id: row.id,
    zone: row.zone,
    hours: row.hours,
    closedDates: row.closedDates.length === 0 ? holidays : [...holidays, ...row.closedDates],
    openDates: row.openDates,
  };
}
