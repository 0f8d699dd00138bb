import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type AnswerPart, answerSql, countedStates, dueSql, givenSinceSql } from '../handoff/due-answers.ts';
import { holderSql } from '../handoff/given-after-sql.ts';
import { onlyOwnerFor } from '../handoff/handoff-access.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';

/** First answers due this week, Monday to Sunday in the organisation's zone: all, or what a rep had when it was due. Test leads are left out. */
export interface WeekOfHandoffs {
  readonly inTime: number;
  readonly late: number;
  /** Not answered, and due later. */
  readonly toCome: number;
  /** Not answered, and due within an hour. */
  readonly soon: number;
  /** Not answered, and due before now. */
  readonly overdue: number;
  /** Of a rep's overdue ones, those that they have no longer. */
  readonly passedOn: number;
  /** Beside these, what a rep was given once it was overdue, and has to answer. */
  readonly tookOver: number;
}

/** Counts hand-offs by how their SLA went. An answer is the acceptance, or the end where it was not accepted. */
export async function countHandoffsOfWeek({ context }: { context: Context }): Promise<WeekOfHandoffs> {
  const { zone } = await readOrganisation({ context });
  const now = context.clock.now();
  const owner = onlyOwnerFor(context.actor);
  const held = owner === undefined ? sql`true` : sql`coalesce(${holderSql} = ${owner}::uuid, false)`;
  const has = owner === undefined ? sql`true` : sql`h.owner_id = ${owner}::uuid`;
  const gone = owner === undefined ? sql`false` : sql`h.owner_id is distinct from ${owner}::uuid`;
  const count = (part: AnswerPart) => sql`count(*) filter (where ${answerSql({ part, now })} and ${held})::int`;
  const overdue = answerSql({ part: 'overdue', now });
  const [row] = await context.database.execute<WeekOfHandoffs & Record<string, unknown>>(sql`
    select ${count('in-time')} as "inTime", ${count('late')} as "late", ${count('to-come')} as "toCome",
      ${count('soon')} as "soon", ${count('overdue')} as "overdue",
      count(*) filter (where ${overdue} and ${held} and ${gone})::int as "passedOn",
      count(*) filter (where ${overdue} and not ${held})::int as "tookOver"
    from handoff h ${givenSinceSql({ now })} where h.state in ${countedStates} and ${dueSql({ period: 'week', now, zone })} and (${held} or ${has})`);
  return row ?? { inTime: 0, late: 0, toCome: 0, soon: 0, overdue: 0, passedOn: 0, tookOver: 0 };
}
