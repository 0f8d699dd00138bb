import { calendar } from '@sodate/database/schema/organisation';
import type { CalendarId } from '@sodate/journey/id';
import type { OpenHours, Weekday, Zone } from '@sodate/journey/time/wait-spec';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

const open: OpenHours = [['09:00', '18:00']];

export const officeHours: Readonly<Record<Weekday, OpenHours>> = {
  1: open,
  2: open,
  3: open,
  4: open,
  5: open,
  6: [],
  7: [],
};

/** The default calendar (Monday to Friday 9–18; Japanese holidays in Japan's zone), made where there is none. */
export async function ensureDefaultCalendar({
  context,
  name = '会社の営業カレンダー',
  zone = 'Asia/Tokyo',
}: {
  context: Context;
  name?: string;
  zone?: Zone;
}): Promise<CalendarId> {
  const [found] = await context.database.select({ id: calendar.id }).from(calendar).where(eq(calendar.isDefault, true));
  if (found !== undefined) return found.id;
  const holidays = zone === 'Asia/Tokyo' ? 'jp' : 'none';
  const [made] = await context.database
    .insert(calendar)
    .values({ name, zone, hours: officeHours, holidays, isDefault: true })
    .returning({ id: calendar.id });
  if (made === undefined) throw new Error('the default calendar was not stored');
  return made.id;
}
