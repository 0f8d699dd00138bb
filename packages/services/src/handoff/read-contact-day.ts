import { handoff } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import { parseDay } from '@sodate/journey/time/day';
import { openDaysOf } from '@sodate/journey/time/open-days';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { isAwayOn } from '../person/is-away-on.ts';
import { assertMayAnswer } from './handoff-access.ts';
import { handoffInput, handoffMissing } from './handoff-input.ts';

export const contactDayInput = handoffInput.extend({ date: z.iso.date() });

/**
 * Whether business is open on a day, by the hand-off's calendar, and whether its owner is away on it: what one should
 * know who plans a contact for it.
 * @throws RequestError 'not-found', 'forbidden' (another's).
 */
export async function readContactDay({
  context,
  input: { handoff: id, date },
}: {
  context: Context;
  input: z.output<typeof contactDayInput>;
}): Promise<{ readonly open: boolean; readonly away: boolean }> {
  const [found] = await context.database
    .select({ row: handoff, from: user.absentFrom, until: user.absentUntil })
    .from(handoff)
    .leftJoin(user, eq(user.id, handoff.ownerId))
    .where(eq(handoff.id, id));
  if (found === undefined) throw handoffMissing();
  const { row, ...away } = found;
  assertMayAnswer({ actor: context.actor, row });
  const [calendar] = await readCalendars({ context, ids: [row.calendarId] });
  const open = calendar === undefined || openDaysOf(calendar).isOpen(parseDay(date));
  return { open, away: isAwayOn(away, date) };
}
