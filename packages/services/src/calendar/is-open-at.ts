import type { Instant } from '@sodate/journey/time/instant';
import type { Calendar, OpenHours, Weekday } from '@sodate/journey/time/wait-spec';

const weekdays: Readonly<Record<string, Weekday>> = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 7 };

/** Whether `now` lies in the calendar's open time: from each span's start up to, not including, its end. */
export function isOpenAt({ calendar, now }: { calendar: Calendar; now: Instant }): boolean {
  const { date, weekday, time } = localTime({ zone: calendar.zone, now });
  return hoursOn({ calendar, date, weekday }).some(([from, to]) => from <= time && time < to);
}

function hoursOn({ calendar, date, weekday }: { calendar: Calendar; date: string; weekday: Weekday }): OpenHours {
  const special = calendar.openDates[date];
  if (special !== undefined) return special;
  return calendar.closedDates.includes(date) ? [] : calendar.hours[weekday];
}

function localTime({ zone, now }: { zone: string; now: Instant }): { date: string; weekday: Weekday; time: string } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: weekdays[parts.weekday ?? ''] ?? 1,
    time: `${parts.hour}:${parts.minute}`,
  };
}
