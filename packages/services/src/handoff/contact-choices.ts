import { type Day, dayOf, formatDay, weekdayOf } from '@sodate/journey/time/day';
import type { Instant } from '@sodate/journey/time/instant';
import { openDaysOf } from '@sodate/journey/time/open-days';
import type { Calendar, Zone } from '@sodate/journey/time/wait-spec';
import { zoneClock } from '@sodate/journey/time/zone-clock';
import { type DaysAway, isAwayOn } from '../person/is-away-on.ts';

/** A day for the next contact that is one tap away. */
export interface ContactChoice {
  readonly kind: 'tomorrow' | 'business-day' | 'back' | 'three-days' | 'next-week';
  readonly date: string;
}

const mostClosedDays = 60;

/**
 * Tomorrow where it is a business day, else the next one; the third business day from now; and the first business day of
 * next week; days on which the owner is away are passed over. Those that fall on the same day are offered once, the
 * soonest first.
 */
export function contactChoices({
  now,
  zone,
  calendar,
  away,
}: {
  now: Instant;
  zone: Zone;
  calendar: Calendar | undefined;
  away: DaysAway;
}): readonly ContactChoice[] {
  const today = dayOf(now + zoneClock(zone).offsetAt(now));
  const days = calendar === undefined ? undefined : openDaysOf(calendar);
  const firstOf = (is: (day: Day) => boolean, from: Day) => {
    for (let day = from; day < from + mostClosedDays; day++) if (is(day)) return day;
    return undefined;
  };
  const isOpen = (day: Day) => days?.isOpen(day) !== false;
  const isThere = (day: Day) => isOpen(day) && !isAwayOn(away, formatDay(day));
  // Where nobody knows when the owner is back, the days are offered as ever.
  const fits = firstOf(isThere, today + 1) === undefined ? isOpen : isThere;
  const firstOpen = (from: Day) => firstOf(isOpen, from) ?? from;
  const firstFitting = (from: Day) => firstOf(fits, from) ?? from;
  const tomorrow = firstOpen(today + 1);
  const soon = firstFitting(today + 1);
  const third = firstOpen(firstOpen(tomorrow + 1) + 1);
  const monday = today + 8 - weekdayOf(today);
  const week = firstFitting(monday);
  const isThatWeek = week < monday + 7 || week === firstOpen(monday);
  const choices = [
    { kind: soonKind({ today, tomorrow, soon }), day: soon },
    ...(isThatWeek ? [{ kind: 'next-week' as const, day: week }] : []),
    ...(fits(third) ? [{ kind: 'three-days' as const, day: third }] : []),
  ];
  return choices
    .filter(({ day }, place) => choices.findIndex((other) => other.day === day) === place)
    .toSorted((one, other) => one.day - other.day)
    .map(({ kind, day }) => ({ kind, date: formatDay(day) }));
}

function soonKind({ today, tomorrow, soon }: Record<'today' | 'tomorrow' | 'soon', Day>): ContactChoice['kind'] {
  if (soon > tomorrow) return 'back';
  return soon === today + 1 ? 'tomorrow' : 'business-day';
}
