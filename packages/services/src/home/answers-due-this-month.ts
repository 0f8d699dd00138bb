import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { answeredAtSql, countedStates, dueSql, givenSinceSql } from '../handoff/due-answers.ts';
import { holderSql } from '../handoff/given-after-sql.ts';

/**
 * First answers due since the month began in this zone, those to come left out: owner_id (whoever had it when it was
 * due), calendar_id, created_at, due_at, answered_at. Test leads are left out.
 */
export function answersDueThisMonth({ context, zone }: { context: Context; zone: string }): SQL {
  const now = context.clock.now();
  return sql`
    select ${holderSql} as owner_id, h.calendar_id, h.created_at, h.due_at, ${answeredAtSql} as answered_at
    from handoff h ${givenSinceSql({ now })}
    where h.state in ${countedStates} and ${dueSql({ period: 'month', now, zone })}`;
}
