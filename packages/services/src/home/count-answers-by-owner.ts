import type { UserId } from '@sodate/journey/id';
import { formatInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';

/** How first answers went that were due since the month began, by who had the hand-off when it was due. Test leads are left out. */
export interface AnswersOfOwner {
  /** Null: nobody has them. */
  readonly id: UserId | null;
  readonly name: string | null;
  readonly inTime: number;
  readonly late: number;
  /** Not answered, and due before now. */
  readonly overdue: number;
}

export interface AnswersByOwner {
  /** Who answers late most often first. */
  readonly owners: readonly AnswersOfOwner[];
  /** How many more there are. */
  readonly others: number;
}

/** A team is small: more than these are not compared at a glance. */
const most = 20;

/** Owners with any answer due this month, and how they did. */
export async function countAnswersByOwner({ context }: { context: Context }): Promise<AnswersByOwner> {
  const { zone } = await readOrganisation({ context });
  const now = sql`${formatInstant(context.clock.now())}::timestamptz`;
  const month = sql`date_trunc('month', ${now} at time zone ${zone}) at time zone ${zone}`;
  const rows = await context.database.execute<AnswersOfOwner & { all: number } & Record<string, unknown>>(sql`
    select u.id, u.name, count(*) filter (where answered_at <= due_at)::int as "inTime",
      count(*) filter (where answered_at > due_at)::int as "late",
      count(*) filter (where answered_at is null)::int as "overdue", (count(*) over ())::int as "all"
    from (
      select case when given.id is null then h.owner_id else (given.detail ->> 'from')::uuid end as owner_id,
        h.due_at, coalesce(h.accepted_at, h.closed_at) as answered_at
      from handoff h left join lateral (
        select e.id, e.detail from handoff_entry e
        where h.due_at < ${now} and e.handoff_id = h.id and e.kind in ('assigned', 'given-back') and e.at > h.due_at
        order by e.id limit 1
      ) given on true
      where h.state in ('open', 'accepted', 'rejected', 'opportunity', 'won', 'lost') and not h.test
        and h.due_at >= ${month} and (h.accepted_at is not null or h.closed_at is not null or h.due_at < ${now})
    ) due left join "user" u on u.id = due.owner_id
    group by u.id, u.name
    order by (count(*) filter (where answered_at is null or answered_at > due_at))::float / count(*) desc, u.name, u.id
    limit ${most}`);
  const owners = rows.map(({ id, name, inTime, late, overdue }) => ({ id, name, inTime, late, overdue }));
  return { owners, others: (rows[0]?.all ?? 0) - owners.length };
}
