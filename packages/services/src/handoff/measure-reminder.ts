import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { measureDeadline } from '@sodate/journey/time/measure-deadline';
import type { Calendar, Duration } from '@sodate/journey/time/wait-spec';

/**
 * The latest instant from which `before` brings one to the deadline: found by halving, since open time has gaps.
 * Null where the deadline is nearer than that already.
 */
export function measureReminder({
  calendar,
  now,
  dueAt,
  before,
}: {
  calendar: Calendar;
  now: Instant;
  dueAt: Instant;
  before: Duration;
}): Instant | null {
  const reaches = (from: number) =>
    measureDeadline({
      spec: { duration: before, zone: 'journey', calendar: calendar.id },
      from: asInstant(from),
      zone: calendar.zone,
      calendar,
    }) <= dueAt;
  if (!reaches(now)) return null;
  let early: number = now;
  let late: number = dueAt;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (reaches(middle)) early = middle;
    else late = middle;
  }
  return asInstant(early);
}
