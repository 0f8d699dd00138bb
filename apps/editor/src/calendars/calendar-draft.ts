import type { OpenHours, Weekday } from '@sodate/journey/time/wait-spec';
import type { server } from '../server/trpc.ts';

export type ListedCalendar = Awaited<ReturnType<typeof server.calendars.list.query>>[number];

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

const usual: OpenHours = [['09:00', '18:00']];

/** A calendar while it is edited. */
export interface CalendarDraft {
  readonly id?: string;
  readonly name: string;
  readonly zone: string;
  readonly hours: Readonly<Record<Weekday, OpenHours>>;
  readonly holidays: 'jp' | 'none';
  readonly closedDates: readonly string[];
  readonly openDates: Readonly<Record<string, OpenHours>>;
}

/** What a new calendar starts from: Monday to Friday, nine to six. */
export function newCalendar({ zone }: { zone: string }): CalendarDraft {
  const hours = { 1: usual, 2: usual, 3: usual, 4: usual, 5: usual, 6: [], 7: [] };
  const holidays = zone === 'Asia/Tokyo' ? 'jp' : 'none';
  return { name: '', zone, hours, holidays, closedDates: [], openDates: {} };
}

export function readDraft({ id, name, zone, hours, holidays, closedDates, openDates }: ListedCalendar): CalendarDraft {
  return {
    id,
    name,
    zone,
    hours: hours as CalendarDraft['hours'],
    holidays,
    closedDates,
    openDates: openDates as CalendarDraft['openDates'],
  };
}

/** The request that stores it. */
export function toInput(draft: CalendarDraft) {
  const spans = (hours: OpenHours) => hours.map(([from, to]): [string, string] => [from, to]);
  const { 1: monday, 2: tuesday, 3: wednesday, 4: thursday, 5: friday, 6: saturday, 7: sunday } = draft.hours;
  return {
    ...draft,
    hours: {
      1: spans(monday),
      2: spans(tuesday),
      3: spans(wednesday),
      4: spans(thursday),
      5: spans(friday),
      6: spans(saturday),
      7: spans(sunday),
    },
    closedDates: [...draft.closedDates],
    openDates: Object.fromEntries(Object.entries(draft.openDates).map(([date, hours]) => [date, spans(hours)])),
  };
}

/** One more span after those there are: an afternoon, or the usual hours. */
export function addSpan(hours: OpenHours): OpenHours {
  const last = hours.at(-1);
  if (last === undefined) return usual;
  return last[1] < '18:00'
    ? [...hours, [last[1] < '13:00' ? '13:00' : last[1], '18:00']]
    : [...hours, [last[1], '24:00']];
}

/** Days that open though they would be closed: at the usual hours, until somebody says otherwise. */
export function usualHoursOn(dates: readonly string[]): CalendarDraft['openDates'] {
  return Object.fromEntries(dates.map((date) => [date, addSpan([])]));
}

/** A time as it is read, where "09:00" is stored: 「9:00」. */
export function wordTime(time: string): string {
  return time.replace(/^0(?=\d)/, '');
}

/** Days with the same hours in a row share a line: 「月〜金 9:00–18:00」. */
export function groupDays(hours: CalendarDraft['hours']): readonly { from: Weekday; to: Weekday; hours: OpenHours }[] {
  const groups: { from: Weekday; to: Weekday; hours: OpenHours }[] = [];
  for (const day of weekdays) {
    const last = groups.at(-1);
    if (last !== undefined && JSON.stringify(last.hours) === JSON.stringify(hours[day])) last.to = day;
    else groups.push({ from: day, to: day, hours: hours[day] });
  }
  return groups;
}
