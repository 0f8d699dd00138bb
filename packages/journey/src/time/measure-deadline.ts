import { addMonths, dayMs, dayOf, parseClockTime, weekdayOf } from './day.ts';
import { asInstant, type Instant } from './instant.ts';
import { openDaysOf } from './open-days.ts';
import { addOpenTime } from './open-time.ts';
import type { Calendar, Duration, Moment, WaitSpec, Zone } from './wait-spec.ts';
import { type ZoneClock, zoneClock } from './zone-clock.ts';

interface Measured {
  readonly spec: WaitSpec;
  readonly from: Instant;
  /** Whose wall clock counts: the journey's zone, or the lead's where the spec says so. */
  readonly zone: Zone;
  /** The calendar that the spec names. */
  readonly calendar?: Calendar | undefined;
}

// Ten years of days without a fitting one: there is none.
const mostDaysAhead = 3_660;

/**
 * When a wait that begins at `from` is over: after its duration, then at its next moment (at or after that end).
 * @throws RangeError where the zone is unknown, the calendar is needed and not given, or no such moment ever comes.
 */
export function measureDeadline({ spec, from, zone, calendar }: Measured): Instant {
  const end = spec.duration === undefined ? from : addDuration({ duration: spec.duration, from, zone, calendar });
  return spec.moment === undefined ? end : nextMoment({ moment: spec.moment, from: end, zone, calendar });
}

/** The instant a duration later; see `DurationUnit` for what each unit means. */
export function addDuration(given: {
  readonly duration: Duration;
  readonly from: Instant;
  readonly zone: Zone;
  readonly calendar?: Calendar | undefined;
}): Instant {
  const { duration, from, zone, calendar } = given;
  const { amount, unit } = duration;
  switch (unit) {
    case 'minutes':
      return asInstant(from + amount * 60_000);
    case 'hours':
      return asInstant(from + amount * 3_600_000);
    case 'days':
      return addDays({ from, days: Math.trunc(amount), clock: zoneClock(zone) });
    case 'weeks':
      return addDays({ from, days: 7 * Math.trunc(amount), clock: zoneClock(zone) });
    case 'months':
      return addCalendarMonths({ from, months: Math.trunc(amount), clock: zoneClock(zone) });
    case 'business-hours':
    case 'business-days':
      return addOpenTime({ calendar: needed(calendar), from, duration });
    default:
      return unit satisfies never;
  }
}

function addDays({ from, days, clock }: { from: Instant; days: number; clock: ZoneClock }): Instant {
  if (days === 0) return from;
  return clock.firstInstantAt(from + clock.offsetAt(from) + days * dayMs);
}

function addCalendarMonths({ from, months, clock }: { from: Instant; months: number; clock: ZoneClock }): Instant {
  if (months === 0) return from;
  const local = from + clock.offsetAt(from);
  const day = dayOf(local);
  return clock.firstInstantAt(addMonths(day, months) * dayMs + (local - day * dayMs));
}

function nextMoment(given: {
  readonly moment: Moment;
  readonly from: Instant;
  readonly zone: Zone;
  readonly calendar: Calendar | undefined;
}): Instant {
  const { moment, from, zone } = given;
  const clock = zoneClock(zone);
  const time = parseClockTime(moment.time);
  const openDays = moment.skipClosed ? openDaysOf(needed(given.calendar)) : undefined;
  const today = dayOf(from + clock.offsetAt(from));
  for (let day = today; day <= today + mostDaysAhead; day++) {
    if (moment.weekdays.length > 0 && !moment.weekdays.includes(weekdayOf(day))) continue;
    if (openDays !== undefined && !openDays.isOpen(day)) continue;
    const at = clock.firstInstantAt(day * dayMs + time);
    if (at >= from) return at;
  }
  throw new RangeError(`no open day has a ${moment.time}`);
}

function needed(calendar: Calendar | undefined): Calendar {
  if (calendar === undefined) throw new RangeError('business time needs a calendar');
  return calendar;
}
