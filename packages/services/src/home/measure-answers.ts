import type { CalendarId, UserId } from '@sodate/journey/id';
import { asInstant, type Milliseconds } from '@sodate/journey/time/instant';
import { openTimeBetween } from '@sodate/journey/time/open-time';
import type { Calendar } from '@sodate/journey/time/wait-spec';
import { type SQL, sql } from 'drizzle-orm';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { answersDueThisMonth } from './answers-due-this-month.ts';

/** More of one owner hardly move the middle. */
const latest = 200;

interface Answered extends Record<string, unknown> {
  readonly owner: UserId | null;
  readonly calendar: CalendarId;
  readonly from: number;
  readonly to: number;
}

/**
 * The usual time that each of these owners took from hand-off to first answer: the median of this month's, in the open
 * time of each hand-off's calendar (in plain time where that is gone). Who has answered none is left out.
 */
export async function measureAnswers({
  context,
  zone,
  owners,
}: {
  context: Context;
  zone: string;
  owners: readonly (UserId | null)[];
}): Promise<ReadonlyMap<UserId | null, Milliseconds>> {
  if (owners.length === 0) return new Map();
  const known = owners.filter((owner) => owner !== null);
  const theirs = known.length === 0 ? sql`false` : sql`due.owner_id in ${known}`;
  const rows = await context.database.execute<Answered>(sql`
    select owner_id as owner, calendar_id as calendar, ${epochMs(sql`created_at`)} as "from",
      ${epochMs(sql`answered_at`)} as "to" from (
      select due.*, row_number() over (partition by due.owner_id order by due.due_at desc) as place
      from (${answersDueThisMonth({ context, zone })}) due
      where due.answered_at is not null and (due.owner_id is null or ${theirs})
    ) answered where place <= ${latest}`);
  const calendars = await readCalendars({ context, ids: rows.map(({ calendar }) => calendar) });
  const spans = new Map<UserId | null, Milliseconds[]>();
  for (const row of rows) {
    const calendar = calendars.find(({ id }) => id === row.calendar);
    spans.set(row.owner, [...(spans.get(row.owner) ?? []), measure({ row, calendar })]);
  }
  return new Map([...spans].map(([owner, taken]) => [owner, medianOf(taken)]));
}

function epochMs(at: SQL): SQL {
  return sql`(extract(epoch from ${at}) * 1000)::float8`;
}

function measure({ row, calendar }: { row: Answered; calendar: Calendar | undefined }): Milliseconds {
  const [from, to] = [asInstant(row.from), asInstant(row.to)];
  return calendar === undefined ? Math.max(0, to - from) : openTimeBetween({ calendar, from, to });
}

/** Of an even number, half-way between the two in the middle. */
function medianOf(spans: readonly Milliseconds[]): Milliseconds {
  const sorted = spans.toSorted((one, other) => one - other);
  const [low = 0, high = low] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return Math.round((low + high) / 2);
}
