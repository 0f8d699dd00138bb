import { calendar as calendarTable } from '@sodate/database/schema/organisation';
import type { JourneyId, OpId, VersionId } from '@sodate/journey/id';
import { dayMs, dayOf } from '@sodate/journey/time/day';
import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import { type OpenDays, openDaysOf } from '@sodate/journey/time/open-days';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { type ZoneClock, zoneClock } from '@sodate/journey/time/zone-clock';
import { eq, sql } from 'drizzle-orm';
import { toCalendar } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { readVersion } from '../engine/read-version.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { leadsToMail } from './leads-to-mail.ts';

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
  /** For each journey with a mail to come: its first day with one. */
  readonly next: Readonly<Record<JourneyId, { readonly at: Instant; readonly mails: number }>>;
}

interface RestingLine extends Record<string, unknown> {
  readonly version: VersionId;
  readonly op: OpId;
  /** Days since 1970, in the organisation's zone. */
  readonly day: number;
  readonly first: string;
  readonly count: number;
}

/**
 * Mails of the next seven days as things stand: leads at rest until then whose next step is a mail. Reactions and
 * branches may change it. Test leads are left out.
 */
export async function readWeekOfSends({ context }: { context: Context }): Promise<WeekOfSends> {
  const { zone } = await readOrganisation({ context });
  const clock = zoneClock(zone);
  const now = context.clock.now();
  const today = dayOf(now + clock.offsetAt(now));
  const end = clock.firstInstantAt((today + daysAhead) * dayMs);
  const lines = await readMailLines({ context, zone, from: now, to: end });
  const office = await readOfficeDays({ context });
  const days = Array.from({ length: daysAhead }, (_, ahead) => today + ahead).map((day) => ({
    at: startOf({ clock, day }),
    mails: sum(lines.filter((line) => line.day === day)),
    open: office?.isOpen(day) ?? true,
  }));
  return { days, next: nextByJourney(lines) };
}

function startOf({ clock, day }: { clock: ZoneClock; day: number }): Instant {
  return clock.firstInstantAt(day * dayMs);
}

interface MailLine {
  readonly journey: JourneyId;
  readonly day: number;
  readonly first: Instant;
  readonly count: number;
}

async function readMailLines({
  context,
  zone,
  from,
  to,
}: {
  context: Context;
  zone: Zone;
  from: Instant;
  to: Instant;
}): Promise<readonly MailLine[]> {
  const rows = await context.database.execute<RestingLine>(sql`
    select e.version_id as version, e.op, ((e.look_at at time zone ${zone})::date - date '1970-01-01') as day,
      min(e.look_at) as first, count(*)::int as count
    from enrollment e join journey j on j.id = e.journey_id
    where e.state = 'resting' and e.look_at >= ${formatInstant(from)}::timestamptz
      and e.look_at < ${formatInstant(to)}::timestamptz and not e.test and j.state = 'live'
    group by 1, 2, 3`);
  const lines: MailLine[] = [];
  for (const { version, op, day, first, count } of rows) {
    const { plan, journey } = await readVersion({ context, id: version });
    if (leadsToMail({ plan, from: op })) lines.push({ journey, day, first: asInstant(Date.parse(first)), count });
  }
  return lines;
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
  for (const { journey, day, first, count } of lines) {
    const known = next[journey];
    if (known === undefined || day < known.day) next[journey] = { at: first, mails: count, day };
    else if (day === known.day) {
      next[journey] = { at: first < known.at ? first : known.at, mails: known.mails + count, day };
    }
  }
  return Object.fromEntries(Object.entries(next).map(([id, { at, mails }]) => [id, { at, mails }]));
}
