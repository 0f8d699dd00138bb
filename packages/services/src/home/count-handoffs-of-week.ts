import { formatInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { onlyOwnerFor } from '../handoff/handoff-access.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';

/** First answers due this week, Monday to Sunday in the organisation's zone; a rep's own, or all. Test leads are left out. */
export interface WeekOfHandoffs {
  readonly inTime: number;
  readonly late: number;
  /** Not answered, and due later. */
  readonly toCome: number;
  /** Not answered, and due within an hour. */
  readonly soon: number;
  /** Not answered, and due before now. */
  readonly overdue: number;
}

/** Counts hand-offs by how their SLA went. An answer is the acceptance, or the end where it was not accepted. */
export async function countHandoffsOfWeek({ context }: { context: Context }): Promise<WeekOfHandoffs> {
  const { zone } = await readOrganisation({ context });
  const now = sql`${formatInstant(context.clock.now())}::timestamptz`;
  const owner = onlyOwnerFor(context.actor);
  const own = owner === undefined ? sql`` : sql` and owner_id = ${owner}::uuid`;
  const week = sql`date_trunc('week', ${now} at time zone ${zone})`;
  const [row] = await context.database.execute<WeekOfHandoffs & Record<string, unknown>>(sql`
    select count(*) filter (where answered_at <= due_at)::int as "inTime",
      count(*) filter (where answered_at > due_at)::int as "late",
      count(*) filter (where answered_at is null and due_at >= ${now} + interval '1 hour')::int as "toCome",
      count(*) filter (where answered_at is null and due_at >= ${now} and due_at < ${now} + interval '1 hour')::int
        as "soon",
      count(*) filter (where answered_at is null and due_at < ${now})::int as "overdue"
    from (
      select due_at, coalesce(accepted_at, closed_at) as answered_at from handoff
      where state in ('open', 'accepted', 'rejected', 'opportunity', 'won', 'lost') and not test
        and due_at >= ${week} at time zone ${zone} and due_at < (${week} + interval '7 days') at time zone ${zone}${own}
    ) due`);
  return row ?? { inTime: 0, late: 0, toCome: 0, soon: 0, overdue: 0 };
}
