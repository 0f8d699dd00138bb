import type { UserId } from '@sodate/journey/id';
import type { Milliseconds } from '@sodate/journey/time/instant';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { countedStates } from '../handoff/due-answers.ts';
import { holderSql } from '../handoff/given-after-sql.ts';
import { onlyOwnerFor } from '../handoff/handoff-access.ts';
import { givenSinceOutcomeSql, outcomeSql } from '../handoff/outcome-of-month.ts';
import { readMonths, type Span } from '../organisation/read-months.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { answersDueThisMonth } from './answers-due-this-month.ts';
import { measureAnswers } from './measure-answers.ts';

const parts = ['inTime', 'late', 'overdue', 'met', 'won', 'lost'] as const;

/**
 * First answers due since the month began, by who had the hand-off when it was due: `overdue` are not answered, and due
 * before now. `met`, `won` and `lost` came about since the month began, by who had the hand-off when they did. Test leads are left out.
 */
export type OwnerCounts = Readonly<Record<(typeof parts)[number], number>>;

export interface AnswersOfOwner extends OwnerCounts {
  /** Null: nobody has them. */
  readonly id: UserId | null;
  readonly name: string | null;
  /** Deactivated since. */
  readonly left: boolean;
  /** The middle one of the open times that their first answers took; null where there is none yet. */
  readonly medianMs: Milliseconds | null;
}

export interface AnswersByOwner {
  /** Who answers late most often first; last who had nothing to answer. */
  readonly owners: readonly AnswersOfOwner[];
  /** How many more there are. */
  readonly others: number;
  /** Of all together, those others included. */
  readonly total: OwnerCounts;
}

interface CountedRow extends OwnerCounts, Record<string, unknown> {
  readonly id: UserId | null;
  readonly name: string | null;
  readonly left: boolean;
  /** How many owners. */
  readonly all: number;
  /** Of all of them together. */
  readonly total: OwnerCounts;
}

/** A team is small: more than these are not compared at a glance. */
const most = 20;

/** Owners with any answer due, or anything come of it, this month, and how they did; a rep is told of themselves alone. */
export async function countAnswersByOwner({ context }: { context: Context }): Promise<AnswersByOwner> {
  const { zone } = await readOrganisation({ context });
  const { this: span } = await readMonths({ context, now: context.clock.now() });
  const rep = onlyOwnerFor(context.actor);
  const own = rep === undefined ? sql`` : sql` where owner_id = ${rep}::uuid`;
  const counts = parts.map((part) => sql`count(*) filter (where part = ${part})::int as ${sql.identifier(part)}`);
  const totals = parts.map((part) => sql`${part}::text, sum(${sql.identifier(part)}) over ()`);
  const rows = await context.database.execute<CountedRow>(sql`
    select *, (count(*) over ())::int as "all", json_build_object(${sql.join(totals, sql`, `)}) as total
    from (
      select u.id, u.name, coalesce(u.banned, false) as "left", ${sql.join(counts, sql`, `)}
      from (${partsSql({ context, zone, span })}) each left join "user" u on u.id = each.owner_id${own} group by u.id
    ) counted
    order by (late + overdue)::float / nullif("inTime" + late + overdue, 0) desc nulls last, name, id
    limit ${most}`);
  const medians = await measureAnswers({ context, zone, owners: rows.map(({ id }) => id) });
  const [first] = rows;
  return {
    owners: rows.map(({ all, total, ...row }) => ({ ...row, medianMs: medians.get(row.id) ?? null })),
    others: (first?.all ?? 0) - rows.length,
    total: first?.total ?? { inTime: 0, late: 0, overdue: 0, met: 0, won: 0, lost: 0 },
  };
}

/** Each answer and each outcome by itself: owner_id, part. */
function partsSql({ context, zone, span }: { context: Context; zone: string; span: Span }): SQL {
  return sql`
    select owner_id, case when answered_at <= due_at then 'inTime' when answered_at > due_at then 'late' else 'overdue' end as part
    from (${answersDueThisMonth({ context, zone })}) due
    union all
    select ${holderSql}, 'met' from handoff h ${givenSinceOutcomeSql('met')}
    where h.state in ${countedStates} and ${outcomeSql({ outcome: 'met', span })}
    union all
    select ${holderSql}, 'won' from handoff h ${givenSinceOutcomeSql('won')} where ${outcomeSql({ outcome: 'won', span })}
    union all
    select ${holderSql}, 'lost' from handoff h ${givenSinceOutcomeSql('lost')} where ${outcomeSql({ outcome: 'lost', span })}`;
}
