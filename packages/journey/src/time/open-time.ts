import { type Day, dayMs } from './day.ts';
import { asInstant, type Instant, type Milliseconds } from './instant.ts';
import { type OpenDays, type OpenSpan, openDaysOf } from './open-days.ts';
import type { Calendar, Duration } from './wait-spec.ts';

// Ten years without open time: the calendar will never open.
const mostClosedDays = 3_660;
const unitMs = { minutes: 60_000, hours: 3_600_000, 'business-hours': 3_600_000 } as const;

export function isOpenAt({ calendar, at }: { calendar: Calendar; at: Instant }): boolean {
  const days = openDaysOf(calendar);
  return days.spansOf(days.dayAt(at)).some((span) => span.start <= at && at < span.end);
}

/** How much open time lies between two instants; 0 where `to` is not later. */
export function openTimeBetween({
  calendar,
  from,
  to,
}: {
  calendar: Calendar;
  from: Instant;
  to: Instant;
}): Milliseconds {
  const days = openDaysOf(calendar);
  let sum = 0;
  for (let day = days.dayAt(from); day <= days.dayAt(to); day++) {
    for (const span of days.spansOf(day)) sum += Math.max(0, Math.min(span.end, to) - Math.max(span.start, from));
  }
  return sum;
}

/**
 * The end of a duration of which only open time counts. Minutes and hours are open time. Days are open days: the same
 * time of day on a later open day, or that day's last open moment before it. Outside open time the count begins when
 * the calendar opens next.
 * @throws RangeError where the calendar never opens, or the unit is weeks or months.
 */
export function addOpenTime({
  calendar,
  from,
  duration,
}: {
  calendar: Calendar;
  from: Instant;
  duration: Duration;
}): Instant {
  const days = openDaysOf(calendar);
  if (isCountedInDays(duration)) return addOpenDays({ days, from, count: Math.trunc(duration.amount) });
  let left = openMilliseconds(duration);
  for (const span of spansFrom({ days, from })) {
    const start = Math.max(span.start, from);
    if (span.end - start >= left) return asInstant(start + left);
    left -= span.end - start;
  }
  throw neverOpens(calendar);
}

/** The instant that lies so much open time before another: for reminders. Counts as `addOpenTime` does, backwards. */
export function subtractOpenTime({
  calendar,
  from,
  duration,
}: {
  calendar: Calendar;
  from: Instant;
  duration: Duration;
}): Instant {
  const days = openDaysOf(calendar);
  if (isCountedInDays(duration)) return addOpenDays({ days, from, count: -Math.trunc(duration.amount) });
  let left = openMilliseconds(duration);
  let closedDays = 0;
  for (let day = days.dayAt(from); closedDays <= mostClosedDays; day--) {
    closedDays = days.isOpen(day) ? 0 : closedDays + 1;
    for (const span of days.spansOf(day).toReversed()) {
      const end = Math.min(span.end, from);
      if (end < span.start) continue;
      if (end - span.start >= left) return asInstant(end - left);
      left -= end - span.start;
    }
  }
  throw neverOpens(calendar);
}

function isCountedInDays(duration: Duration): boolean {
  return duration.unit === 'days' || duration.unit === 'business-days';
}

function openMilliseconds({ amount, unit }: Duration): Milliseconds {
  if (unit === 'minutes' || unit === 'hours' || unit === 'business-hours') return amount * unitMs[unit];
  throw new RangeError(`open time is not counted in ${unit}`);
}

function addOpenDays({ days, from, count }: { days: OpenDays; from: Instant; count: number }): Instant {
  const start = firstOpenMoment({ days, from });
  let day = days.dayAt(start);
  const time = start + days.clock.offsetAt(start) - day * dayMs;
  for (let left = Math.abs(count); left > 0; left--) day = nextOpenDay({ days, day, step: Math.sign(count) });
  if (count === 0) return start;
  return lastOpenMoment({ spans: days.spansOf(day), at: days.clock.firstInstantAt(day * dayMs + time) });
}

function firstOpenMoment({ days, from }: { days: OpenDays; from: Instant }): Instant {
  for (const span of spansFrom({ days, from })) return asInstant(Math.max(span.start, from));
  throw new RangeError('the calendar never opens');
}

/** The moment itself where open, else the end of the open time before it, else the day's opening. */
function lastOpenMoment({ spans, at }: { spans: readonly OpenSpan[]; at: Instant }): Instant {
  const span = spans.findLast(({ start }) => start <= at) ?? spans[0];
  if (span === undefined) return at;
  return asInstant(Math.min(Math.max(at, span.start), span.end));
}

function nextOpenDay({ days, day, step }: { days: OpenDays; day: Day; step: number }): Day {
  for (let ahead = 1; ahead <= mostClosedDays; ahead++) {
    if (days.spansOf(day + ahead * step).length > 0) return day + ahead * step;
  }
  throw new RangeError('the calendar never opens');
}

function* spansFrom({ days, from }: { days: OpenDays; from: Instant }): Generator<OpenSpan> {
  let closedDays = 0;
  for (let day = days.dayAt(from); closedDays <= mostClosedDays; day++) {
    const spans = days.spansOf(day);
    closedDays = spans.length > 0 ? 0 : closedDays + 1;
    for (const span of spans) if (span.end > from) yield span;
  }
}

function neverOpens(calendar: Calendar): RangeError {
  return new RangeError(`calendar ${calendar.id} never opens`);
}
