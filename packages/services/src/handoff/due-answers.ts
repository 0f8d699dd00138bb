import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { unreachable } from '@sodate/journey/unreachable';
import { type SQL, sql } from 'drizzle-orm';
import { givenAfterSql } from './given-after-sql.ts';

/** How a first answer went. To come and soon (due within an hour) and overdue have none yet. */
export const answerParts = ['in-time', 'late', 'to-come', 'soon', 'overdue'] as const;

export type AnswerPart = (typeof answerParts)[number];

/** When a first answer was due; ever: whenever. All three leave out test leads. */
export const duePeriods = ['week', 'month', 'ever'] as const;

export type DuePeriod = (typeof duePeriods)[number];

/** States of hand-offs whose answers are counted: those taken away were nobody's to answer. */
export const countedStates = ['open', 'accepted', 'rejected', 'opportunity', 'won', 'lost'] as const;

/** Over `handoff` as h: the acceptance, or the end where it was not accepted. */
export const answeredAtSql: SQL = sql`coalesce(h.accepted_at, case when h.state <> 'withdrawn' then h.closed_at end)`;

/** A condition over `handoff` as h, in its own time. */
export function answerSql({ part, now }: { part: AnswerPart; now: Instant }): SQL {
  const at = sql`(${formatInstant(now)}::timestamptz + h.offset_ms * interval '1 millisecond')`;
  switch (part) {
    case 'in-time':
      return sql`${answeredAtSql} <= h.due_at`;
    case 'late':
      return sql`${answeredAtSql} > h.due_at`;
    case 'to-come':
      return sql`(h.state = 'open' and h.due_at >= ${at} + interval '1 hour')`;
    case 'soon':
      return sql`(h.state = 'open' and h.due_at >= ${at} and h.due_at < ${at} + interval '1 hour')`;
    case 'overdue':
      return sql`(h.state = 'open' and h.due_at < ${at})`;
    default:
      return unreachable(part);
  }
}

/**
 * A condition over `handoff` as h: due this week (Monday to Sunday) or since this month began, in this zone. Of the
 * month, what is still to come is left out, even if answered: a total that grew with each early answer would mean nothing.
 */
export function dueSql({ period, now: at, zone }: { period: DuePeriod; now: Instant; zone: string }): SQL {
  const now = sql`${formatInstant(at)}::timestamptz`;
  const start = sql`date_trunc(${sql.raw(`'${period}'`)}, ${now} at time zone ${zone})`;
  switch (period) {
    case 'week':
      return sql`not h.test and h.due_at >= ${start} at time zone ${zone}
        and h.due_at < (${start} + interval '7 days') at time zone ${zone}`;
    case 'month':
      return sql`not h.test and h.due_at >= ${start} at time zone ${zone} and h.due_at < ${now}`;
    case 'ever':
      return sql`not h.test`;
    default:
      return unreachable(period);
  }
}

/** Over `handoff` as h: due on these days of the zone, both included, in real time; left out: whenever. */
export function dueDaysSql({ from, until, zone }: DueDays & { zone: string }): SQL {
  const day = sql`((h.due_at - h.offset_ms * interval '1 millisecond') at time zone ${zone})::date`;
  const first = from === undefined ? sql`` : sql` and ${day} >= ${from}::date`;
  const last = until === undefined ? sql`` : sql` and ${day} <= ${until}::date`;
  return sql`(true${first}${last})`;
}

interface DueDays {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A join over `handoff` as h: whoever gave it away since it was due; `holderSql` then says who had it, or has it still. */
export function givenSinceSql({ now }: { now: Instant }): SQL {
  return givenAfterSql({ at: sql`h.due_at`, only: sql`h.due_at < ${formatInstant(now)}::timestamptz` });
}
