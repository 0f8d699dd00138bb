import type { UserId } from '@sodate/journey/id';
import type { Milliseconds } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { answersDueThisMonth } from './answers-due-this-month.ts';
import { measureAnswers } from './measure-answers.ts';

/** How first answers went that were due since the month began, by who had the hand-off when it was due. Test leads are left out. */
export interface AnswersOfOwner {
  /** Null: nobody has them. */
  readonly id: UserId | null;
  readonly name: string | null;
  readonly inTime: number;
  readonly late: number;
  /** Not answered, and due before now. */
  readonly overdue: number;
  /** The middle one of the open times that their first answers took; null where there is none yet. */
  readonly medianMs: Milliseconds | null;
}

/** `all`: how many owners; the others: of all of them together. */
interface CountedRow extends Omit<AnswersOfOwner, 'medianMs'>, Record<string, unknown> {
  readonly all: number;
  readonly allInTime: number;
  readonly allLate: number;
  readonly allOverdue: number;
}

export interface AnswersByOwner {
  /** Who answers late most often first. */
  readonly owners: readonly AnswersOfOwner[];
  /** How many more there are. */
  readonly others: number;
  /** Of all together, those others included. */
  readonly total: Pick<AnswersOfOwner, 'inTime' | 'late' | 'overdue'>;
}

/** A team is small: more than these are not compared at a glance. */
const most = 20;

/** Owners with any answer due this month, and how they did. */
export async function countAnswersByOwner({ context }: { context: Context }): Promise<AnswersByOwner> {
  const { zone } = await readOrganisation({ context });
  const rows = await context.database.execute<CountedRow>(sql`
    select u.id, u.name, count(*) filter (where answered_at <= due_at)::int as "inTime",
      count(*) filter (where answered_at > due_at)::int as "late",
      count(*) filter (where answered_at is null)::int as "overdue", (count(*) over ())::int as "all",
      (sum(count(*) filter (where answered_at <= due_at)) over ())::int as "allInTime",
      (sum(count(*) filter (where answered_at > due_at)) over ())::int as "allLate",
      (sum(count(*) filter (where answered_at is null)) over ())::int as "allOverdue"
    from (${answersDueThisMonth({ context, zone })}) due left join "user" u on u.id = due.owner_id
    group by u.id, u.name
    order by (count(*) filter (where answered_at is null or answered_at > due_at))::float / count(*) desc, u.name, u.id
    limit ${most}`);
  const medians = await measureAnswers({ context, zone, owners: rows.map(({ id }) => id) });
  const owners = rows.map(({ id, name, inTime, late, overdue }) => ({
    ...{ id, name, inTime, late, overdue },
    medianMs: medians.get(id) ?? null,
  }));
  const { all = 0, allInTime = 0, allLate = 0, allOverdue = 0 } = rows[0] ?? {};
  return {
    owners,
    others: all - owners.length,
    total: { inTime: allInTime, late: allLate, overdue: allOverdue },
  };
}
