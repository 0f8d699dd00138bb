import { handoff } from '@sodate/database/schema/handoff';
import { parseDay } from '@sodate/journey/time/day';
import { openDaysOf } from '@sodate/journey/time/open-days';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { assertMayAnswer } from './handoff-access.ts';
import { handoffInput, handoffMissing } from './handoff-input.ts';

export const contactDayInput = handoffInput.extend({ date: z.iso.date() });

/**
 * Whether business is open on a day, by the hand-off's calendar: what one should know who plans a contact for it.
 * @throws RequestError 'not-found', 'forbidden' (another's).
 */
export async function readContactDay({
  context,
  input: { handoff: id, date },
}: {
  context: Context;
  input: z.output<typeof contactDayInput>;
}): Promise<{ readonly open: boolean }> {
  const [row] = await context.database.select().from(handoff).where(eq(handoff.id, id));
  if (row === undefined) throw handoffMissing();
  assertMayAnswer({ actor: context.actor, row });
  const [calendar] = await readCalendars({ context, ids: [row.calendarId] });
  return { open: calendar === undefined || openDaysOf(calendar).isOpen(parseDay(date)) };
}
