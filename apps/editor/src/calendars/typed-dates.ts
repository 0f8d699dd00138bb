import { type CalendarDraft, usualHoursOn } from './calendar-draft.ts';
import { datesBetween } from './dates-between.ts';

/** A date, or the first and the last of several, as they stand in the fields; '' where nothing does. */
export interface TypedDates {
  readonly from: string;
  readonly until: string;
}

export const untyped: TypedDates = { from: '', until: '' };

/** The days that are meant; undefined where the last comes before the first. */
export function datesOf({ from, until }: TypedDates): readonly string[] | undefined {
  return from === '' ? [] : datesBetween({ from, until });
}

/** The calendar with what was typed and not yet added: saved without it, it would be lost without a word. Undefined: wrong. */
export function withTyped({
  draft,
  closed,
  open,
}: {
  draft: CalendarDraft;
  closed: TypedDates;
  open: TypedDates;
}): CalendarDraft | undefined {
  const [closing, opening] = [datesOf(closed), datesOf(open)];
  if (closing === undefined || opening === undefined) return undefined;
  return {
    ...draft,
    closedDates: [...new Set([...draft.closedDates, ...closing])].toSorted(),
    openDates: { ...usualHoursOn(opening), ...draft.openDates },
  };
}
