import { type Day, dayOf, formatDay, weekdayOf } from '@sodate/journey/time/day';
import type { Instant } from '@sodate/journey/time/instant';
import { openDaysOf } from '@sodate/journey/time/open-days';
import type { Calendar, Zone } from '@sodate/journey/time/wait-spec';
import { zoneClock } from '@sodate/journey/time/zone-clock';

/** A day for the next contact that is one tap away. */
export interface ContactChoice {
  readonly kind: 'tomorrow' | 'business-day' | 'three-days' | 'next-week';
  readonly date: string;
}

const mostClosedDays = 60;

/**
 * Tomorrow where it is a business day, else the next one; the third business day from now; and the first business day of
 * next week. Those that fall on the same day are offered once, the soonest first.
 */
export function contactChoices({
  now,
  zone,
  calendar,
}: {
  now: Instant;
  zone: Zone;
  calendar: Calendar | undefined;
}): readonly ContactChoice[] {
  const today = dayOf(now + zoneClock(zone).offsetAt(now));
  const days = calendar === undefined ? undefined : openDaysOf(calendar);
  const firstOpen = (from: Day) => {
    for (let day = from; day < from + mostClosedDays; day++) if (days?.isOpen(day) !== false) return day;
    return from;
  };
  const soon = firstOpen(today + 1);
  const monday = today + 8 - weekdayOf(today);
  const week = firstOpen(monday);
  const third = firstOpen(firstOpen(soon + 1) + 1);
  const choices = [
    { kind: soon === today + 1 ? 'tomorrow' : 'business-day', day: soon },
    { kind: 'next-week', day: week },
    { kind: 'three-days', day: third },
  ] as const;
  return choices
    .filter(({ day }, place) => choices.findIndex((other) => other.day === day) === place)
    .toSorted((one, other) => one.day - other.day)
    .map(({ kind, day }) => ({ kind, date: formatDay(day) }));
}
