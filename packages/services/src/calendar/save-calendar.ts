import { calendar } from '@sodate/database/schema/organisation';
import type { CalendarId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { invalid, notFound } from '../errors.ts';
import { inTransaction } from '../transaction.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const openHours = z.array(z.tuple([clock, clock])).max(6);
const date = z.iso.date();

export const saveCalendarInput = z.object({
  /** Absent: a new one. */
  id: z
    .uuid()
    .transform((id) => id as CalendarId)
    .optional(),
  name: z.string().trim().min(1).max(60),
  zone: z.string().max(60),
  hours: z.object({
    1: openHours,
    2: openHours,
    3: openHours,
    4: openHours,
    5: openHours,
    6: openHours,
    7: openHours,
  }),
  holidays: z.enum(['jp', 'none']),
  closedDates: z.array(date).max(400),
  openDates: z.record(date, openHours),
});

export type SaveCalendarInput = z.output<typeof saveCalendarInput>;

/**
 * Stores a calendar. Deadlines that are fixed already stay as they are.
 * @throws RequestError where it would never open, hours run backwards or overlap, or the zone is unknown
 */
export async function saveCalendar({
  context,
  input,
}: {
  context: Context;
  input: SaveCalendarInput;
}): Promise<{ id: CalendarId }> {
  assertCalendar(input);
  const { id, ...given } = input;
  const values = { ...given, closedDates: [...new Set(input.closedDates)].toSorted() };
  return inTransaction({ context }, async (inner) => {
    const stored =
      id === undefined
        ? await inner.database.insert(calendar).values(values).returning({ id: calendar.id })
        : await inner.database.update(calendar).set(values).where(eq(calendar.id, id)).returning({ id: calendar.id });
    const [row] = stored;
    if (row === undefined) throw notFound({ ja: 'このカレンダーはありません。', en: 'There is no such calendar.' });
    const action = id === undefined ? 'calendar-created' : 'calendar-edited';
    await writeAudit({ context: inner, line: { action, subject: 'calendar', subjectId: row.id } });
    return row;
  });
}

/** @throws RequestError where it would never open, hours run backwards or overlap, or the zone is unknown. */
export function assertCalendar({
  hours,
  openDates,
  zone,
}: Pick<SaveCalendarInput, 'hours' | 'openDates' | 'zone'>): void {
  const days = [...Object.values(hours), ...Object.values(openDates)];
  if (Object.values(hours).every((spans) => spans.length === 0)) {
    throw invalid({ ja: '開いている曜日が1つもありません。', en: 'No weekday is open.' }, 'hours');
  }
  if (!days.every(areInOrder)) {
    throw invalid(
      { ja: '時間は早い順に、重ならないように入れてください。', en: 'Hours must run forward and not overlap.' },
      'hours',
    );
  }
  if (!Intl.supportedValuesOf('timeZone').includes(zone) && zone !== 'UTC') {
    throw invalid(
      {
        ja: 'このタイムゾーンはありません。「Asia/Tokyo」のように入れてください。',
        en: 'There is no such time zone. Write it as in Asia/Tokyo.',
      },
      'zone',
    );
  }
}

function areInOrder(spans: readonly (readonly [string, string])[]): boolean {
  const ends = spans.flat();
  return (
    ends.every((time, index) => index === 0 || time >= (ends[index - 1] ?? '')) &&
    spans.every(([from, to]) => from < to)
  );
}
