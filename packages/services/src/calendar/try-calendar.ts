import { asId } from '@sodate/journey/id';
import { type Instant, parseInstant } from '@sodate/journey/time/instant';
import { measureDeadline } from '@sodate/journey/time/measure-deadline';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { toCalendar } from './read-calendars.ts';
import { assertCalendar, saveCalendarInput } from './save-calendar.ts';

export const tryCalendarInput = z.object({
  calendar: saveCalendarInput.omit({ name: true }),
  amount: z.number().int().min(1).max(200),
  unit: z.enum(['business-hours', 'business-days']),
  /** Left out: now. */
  from: z.iso.datetime({ offset: true }).optional(),
});

/** When a span of business time is over by a calendar, stored or not. @throws RequestError as when it is stored. */
export function tryCalendar({
  context,
  input,
}: {
  context: Pick<Context, 'clock'>;
  input: z.output<typeof tryCalendarInput>;
}): {
  readonly from: Instant;
  readonly until: Instant;
} {
  assertCalendar(input.calendar);
  const id = input.calendar.id ?? asId<'calendar'>('00000000-0000-0000-0000-000000000000');
  const from = input.from === undefined ? context.clock.now() : parseInstant(input.from);
  const { amount, unit, calendar } = input;
  const until = measureDeadline({
    spec: { duration: { amount, unit }, zone: 'journey', calendar: id },
    from,
    zone: calendar.zone,
    calendar: toCalendar({ ...calendar, id }),
  });
  return { from, until };
}
