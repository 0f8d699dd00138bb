import { type CalendarDraft, usualHoursOn } from './calendar-draft.ts';
import { datesBetween } from './dates-between.ts';

/** A date, or the first and the last of several, as they stand in the fields; '' where nothing does. */
export interface TypedDates {
  readonly from: string;
  readonly until: string;
}

export const untyped: TypedDates = { from: '', until: '' };

/** What is wrong with them: the last comes before the first (or far after it), or there is no first. */
export type WrongDates = 'range' | 'no-first';

/** The days that are meant, or what is wrong with them. */
export function datesOf({ from, until }: TypedDates): readonly string[] | WrongDates {
  if (from === '') return until === '' ? [] : 'no-first';
  return datesBetween({ from, until }) ?? 'range';
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
  if (typeof closing === 'string' || typeof opening === 'string') return undefined;
  return {
    ...draft,
    closedDates: [...new Set([...draft.closedDates, ...closing])].toSorted(),
    openDates: { ...usualHoursOn(opening), ...draft.openDates },
  };
}
