import { calendar as calendarTable } from '@sodate/database/schema/organisation';
import type { JourneyId } from '@sodate/journey/id';
import { dayMs, dayOf } from '@sodate/journey/time/day';
import type { Instant } from '@sodate/journey/time/instant';
import { type OpenDays, openDaysOf } from '@sodate/journey/time/open-days';
import { type ZoneClock, zoneClock } from '@sodate/journey/time/zone-clock';
import { eq } from 'drizzle-orm';
import { toCalendar } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { byCost, keepAnswers } from '../keep-answers.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { type ForeseenMail, foreseeMails } from './foresee-mails.ts';
import { readGoingOn } from './read-going-on.ts';

const daysAhead = 7;

export interface DayOfSends {
  /** When the day begins. */
  readonly at: Instant;
  readonly mails: number;
  /** False on days without office hours. */
  readonly open: boolean;
}

export interface WeekOfSends {
  /** Today and the six days after. */
  readonly days: readonly DayOfSends[];
  /** Whether the numbers come from a sample of very many leads. */
  readonly sampled: boolean;
  /** For each journey with a mail to come: its first day with one. */
  readonly next: Readonly<Record<JourneyId, { readonly at: Instant; readonly mails: number }>>;
}

const answer = keepAnswers<'all', WeekOfSends>(byCost);

/**
 * Mails of the next seven days if all goes on as it stands: nothing is heard of the leads, and what branches ask is as
 * it is now. Leads who enter meanwhile, the weekly cap and test leads are left out.
 */
export async function readWeekOfSends({ context }: { context: Context }): Promise<WeekOfSends> {
  return await answer({ context, key: 'all', work: () => foreseeWeek({ context }) });
}

async function foreseeWeek({ context }: { context: Context }): Promise<WeekOfSends> {
  const { zone } = await readOrganisation({ context });
  const clock = zoneClock(zone);
  const now = context.clock.now();
  const today = dayOf(now + clock.offsetAt(now));
  const end = clock.firstInstantAt((today + daysAhead) * dayMs);
  const passages = await readGoingOn({ context, to: end });
  const mails = await foreseeMails({ context, passages, until: end });
  const lines = mails.map(({ at, ...mail }) => ({ ...mail, at, day: dayOf(at + clock.offsetAt(at)) }));
  const office = await readOfficeDays({ context });
  const days = Array.from({ length: daysAhead }, (_, ahead) => today + ahead).map((day) => ({
    at: startOf({ clock, day }),
    mails: sum(lines.filter((line) => line.day === day)),
    open: office?.isOpen(day) ?? true,
  }));
  return { days, sampled: passages.some(({ count }) => count > 1), next: nextByJourney(lines) };
}

function startOf({ clock, day }: { clock: ZoneClock; day: number }): Instant {
  return clock.firstInstantAt(day * dayMs);
}

interface MailLine extends ForeseenMail {
  /** Days since 1970, in the organisation's zone. */
  readonly day: number;
}

async function readOfficeDays({ context }: { context: Context }): Promise<OpenDays | undefined> {
  const [row] = await context.database.select().from(calendarTable).where(eq(calendarTable.isDefault, true));
  return row === undefined ? undefined : openDaysOf(toCalendar(row));
}

function sum(lines: readonly MailLine[]): number {
  return lines.reduce((total, { count }) => total + count, 0);
}

function nextByJourney(lines: readonly MailLine[]): WeekOfSends['next'] {
  const next: Record<JourneyId, { at: Instant; mails: number; day: number }> = {};
  for (const { journey, day, at, count } of lines) {
    const known = next[journey];
    if (known === undefined || day < known.day) next[journey] = { at, mails: count, day };
    else if (day === known.day) {
      next[journey] = { at: at < known.at ? at : known.at, mails: known.mails + count, day };
    }
  }
  return Object.fromEntries(Object.entries(next).map(([id, { at, mails }]) => [id, { at, mails }]));
}
