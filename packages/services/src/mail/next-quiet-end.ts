import type { QuietHours } from '@sodate/database/schema/organisation';
import { dayMs, parseClockTime } from '@sodate/journey/time/day';
import type { Instant } from '@sodate/journey/time/instant';
import { measureDeadline } from '@sodate/journey/time/measure-deadline';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { zoneClock } from '@sodate/journey/time/zone-clock';

/** When the quiet hours that `now` lies in are over; undefined outside of them. "21:00" to "08:00" spans midnight. */
export function nextQuietEnd({
  quietHours,
  zone,
  now,
}: {
  quietHours: QuietHours;
  zone: Zone;
  now: Instant;
}): Instant | undefined {
  const from = parseClockTime(quietHours.from);
  const to = parseClockTime(quietHours.to);
  const local = now + zoneClock(zone).offsetAt(now);
  const time = ((local % dayMs) + dayMs) % dayMs;
  const isQuiet = from <= to ? time >= from && time < to : time >= from || time < to;
  if (!isQuiet) return undefined;
  const moment = { time: quietHours.to, weekdays: [], skipClosed: false };
  return measureDeadline({ spec: { moment, zone: 'journey' }, from: now, zone });
}
