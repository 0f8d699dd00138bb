import { type Day, dayMs, dayOf, parseClockTime, parseDay, weekdayOf } from './day.ts';
import type { Instant } from './instant.ts';
import type { Calendar, OpenHours } from './wait-spec.ts';
import { type ZoneClock, zoneClock } from './zone-clock.ts';

/** A stretch of open time: from `start`, up to but without `end`. */
export interface OpenSpan {
  readonly start: Instant;
  readonly end: Instant;
}

/** A calendar made ready for counting. */
export interface OpenDays {
  readonly clock: ZoneClock;
  isOpen(day: Day): boolean;
  /** The open time of one date, in order, without overlap. */
  spansOf(day: Day): readonly OpenSpan[];
  /** The date of an instant in the calendar's zone. */
  dayAt(instant: Instant): Day;
}

const ready = new WeakMap<Calendar, OpenDays>();
const mostDaysKept = 5_000;

/** A calendar's days; kept as long as the calendar, which therefore must never be changed in place. */
export function openDaysOf(calendar: Calendar): OpenDays {
  const known = ready.get(calendar);
  if (known !== undefined) return known;
  const days = makeOpenDays(calendar);
  ready.set(calendar, days);
  return days;
}

function makeOpenDays(calendar: Calendar): OpenDays {
  const clock = zoneClock(calendar.zone);
  const closed = new Set(calendar.closedDates.map(parseDay));
  const opened = new Map(Object.entries(calendar.openDates).map(([date, hours]) => [parseDay(date), hours]));
  const spans = new Map<Day, readonly OpenSpan[]>();

  const hoursOf = (day: Day): OpenHours => opened.get(day) ?? (closed.has(day) ? [] : calendar.hours[weekdayOf(day)]);

  const spansOf = (day: Day): readonly OpenSpan[] => {
    const known = spans.get(day);
    if (known !== undefined) return known;
    if (spans.size >= mostDaysKept) spans.clear();
    const made = makeSpans({ clock, day, hours: hoursOf(day) });
    spans.set(day, made);
    return made;
  };

  return {
    clock,
    isOpen: (day) => hoursOf(day).length > 0,
    spansOf,
    dayAt: (instant) => dayOf(instant + clock.offsetAt(instant)),
  };
}

function makeSpans({ clock, day, hours }: { clock: ZoneClock; day: Day; hours: OpenHours }): readonly OpenSpan[] {
  const sorted = hours
    .map(([from, to]) => ({
      start: clock.firstInstantAt(day * dayMs + parseClockTime(from)),
      end: clock.firstInstantAt(day * dayMs + parseClockTime(to)),
    }))
    .filter((span) => span.end > span.start)
    .sort((one, other) => one.start - other.start);
  const merged: { start: Instant; end: Instant }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else if (span.end > last.end) last.end = span.end;
  }
  return merged;
}
