import type { HandoffRow, HandoffState } from '@sodate/database/schema/handoff';
import { dayMs, dayOf, formatDay, parseClockTime, parseDay } from '@sodate/journey/time/day';
import { asInstant, formatInstant, type Instant, parseInstant } from '@sodate/journey/time/instant';
import { openDaysOf } from '@sodate/journey/time/open-days';
import type { Calendar, Zone } from '@sodate/journey/time/wait-spec';
import { zoneClock } from '@sodate/journey/time/zone-clock';

/** When sales mean to contact the lead next, as screens show it. */
export interface NextContact {
  readonly at: string;
  /** The date of `at` in the organisation's zone. */
  readonly date: string;
  /** A time was chosen; else the day alone counts. */
  readonly timed: boolean;
  readonly note: string;
  readonly standing: ContactStanding;
}

/** past: its day is over, or the time chosen; today: still to do, and due. */
export type ContactStanding = 'past' | 'today' | 'later';

type Stored = Pick<HandoffRow, 'nextContactAt' | 'nextContactTimed' | 'nextContactNote' | 'nextContactToldAt'>;

export const noContact: Stored = {
  nextContactAt: null,
  nextContactTimed: false,
  nextContactNote: null,
  nextContactToldAt: null,
};

export const workedStates = ['accepted', 'opportunity'] as const satisfies readonly HandoffState[];

export function isWorked({ state }: Pick<HandoffRow, 'state'>): boolean {
  return workedStates.some((one) => one === state);
}

const morning = '09:00';

/** The instant that a day, or a time on it, stands for: without a time when business opens on it, 9:00 where it does not. */
export function contactAt({
  date,
  time,
  zone,
  calendar,
}: {
  date: string;
  time?: string | undefined;
  zone: Zone;
  calendar: Calendar | undefined;
}): Instant {
  const at = (clock: string) => zoneClock(zone).firstInstantAt(parseDay(date) * dayMs + parseClockTime(clock));
  if (time !== undefined) return at(time);
  const days = calendar === undefined ? undefined : openDaysOf(calendar);
  const opens = days?.spansOf(parseDay(date))[0]?.start;
  return opens !== undefined && dateAt({ at: opens, zone }) === date ? opens : at(morning);
}

/** "2026-12-01", as clocks in the zone show it. */
export function dateAt({ at, zone }: { at: Instant; zone: Zone }): string {
  return formatDay(dayOf(at + zoneClock(zone).offsetAt(at)));
}

export function standingOf({
  at,
  timed,
  now,
  zone,
}: {
  at: Instant;
  timed: boolean;
  now: Instant;
  zone: Zone;
}): ContactStanding {
  if (timed && at <= now) return 'past';
  const [date, today] = [dateAt({ at, zone }), dateAt({ at: now, zone })];
  if (date === today) return 'today';
  return date < today ? 'past' : 'later';
}

export function toNextContact({
  stored: { at, timed, note },
  now,
  zone,
}: {
  stored: { at: Instant | null; timed: boolean; note: string | null };
  now: Instant;
  zone: Zone;
}): NextContact | null {
  if (at === null) return null;
  const standing = standingOf({ at, timed, now, zone });
  return { at: formatInstant(at), date: dateAt({ at, zone }), timed, note: note ?? '', standing };
}

/** A contact as a line of the log keeps it, so that it can be brought back: how it stood before what the line tells. */
export function contactBefore(row: Stored): Readonly<Record<string, string>> {
  if (row.nextContactAt === null) return {};
  return {
    contactBefore: formatInstant(row.nextContactAt),
    ...(row.nextContactTimed ? { contactBeforeTimed: 'yes' } : {}),
    ...(row.nextContactNote === null ? {} : { contactBeforeNote: row.nextContactNote }),
  };
}

/** The same, read back. One whose time has come meanwhile is not told of again. */
export function contactKept({ detail, now }: { detail: Readonly<Record<string, string>>; now: Instant }): Stored {
  const { contactBefore: before, contactBeforeNote: note } = detail;
  if (before === undefined) return noContact;
  const at = parseInstant(before);
  return {
    nextContactAt: at,
    nextContactTimed: detail.contactBeforeTimed === 'yes',
    nextContactNote: note ?? null,
    nextContactToldAt: at <= now ? asInstant(now) : null,
  };
}
