import { asId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { measureDeadline } from '@sodate/journey/time/measure-deadline';
import { durationValue, momentValue } from '@sodate/nodes/kit/config-values';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readCalendars } from './read-calendars.ts';

export const measureWaitInput = z.object({
  spec: z.object({
    duration: durationValue.exactOptional(),
    moment: momentValue.exactOptional(),
    calendar: z
      .uuid()
      .transform((id) => asId<'calendar'>(id))
      .exactOptional(),
  }),
  /** Whose wall clock counts: an IANA name. */
  zone: z.string().max(60),
});

/** When a lead who arrived at a wait now would go on. `until` is absent where it cannot be told: nothing set, no calendar, no such day. */
export async function measureWait({
  context,
  input: { spec, zone },
}: {
  context: Context;
  input: z.output<typeof measureWaitInput>;
}): Promise<{ readonly until?: Instant }> {
  if (spec.duration === undefined && spec.moment === undefined) return {};
  const [calendar] = spec.calendar === undefined ? [] : await readCalendars({ context, ids: [spec.calendar] });
  try {
    return {
      until: measureDeadline({ spec: { ...spec, zone: 'journey' }, from: context.clock.now(), zone, calendar }),
    };
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}
