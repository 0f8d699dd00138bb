import type { CalendarId } from '../id.ts';

/** An IANA name: "Asia/Tokyo". */
export type Zone = string;

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Wall-clock time of day, "HH:mm", 00:00 to 23:59. */
export type ClockTime = string;

/**
 * Minutes and hours are exact; days, weeks and months are calendar units: the same wall-clock time later.
 * Business units count the open time of a calendar only.
 */
export type DurationUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'business-hours' | 'business-days';

export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** The first moment at `time` on one of the weekdays (all when empty), skipping the calendar's closed days if asked. */
export interface Moment {
  readonly time: ClockTime;
  readonly weekdays: readonly Weekday[];
  readonly skipClosed: boolean;
}

/**
 * What a deadline is measured by: a duration, a moment, or a duration and then the next moment at or after its end.
 * `zone` 'lead' falls back to the journey's where the lead's is unknown. Business units and `skipClosed` need `calendar`.
 */
export interface WaitSpec {
  readonly duration?: Duration;
  readonly moment?: Moment;
  readonly zone: 'journey' | 'lead';
  readonly calendar?: CalendarId;
}

/** Open time of one weekday, as pairs of clock times; "24:00" may end a span. */
export type OpenHours = readonly (readonly [from: ClockTime, to: ClockTime])[];

/** A calendar as a fact: holidays are already dates ("2026-11-23"), so that the core needs no holiday library. */
export interface Calendar {
  readonly id: CalendarId;
  readonly zone: Zone;
  readonly hours: Readonly<Record<Weekday, OpenHours>>;
  /** Dates without open time. */
  readonly closedDates: readonly string[];
  /** Dates open with the given hours in spite of weekday or holiday. */
  readonly openDates: Readonly<Record<string, OpenHours>>;
}
