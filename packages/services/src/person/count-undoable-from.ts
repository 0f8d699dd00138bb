import type { UserId } from '@sodate/journey/id';
import { formatInstant, plus } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { undoForMs } from '../handoff/undo-answer.ts';

/** How many hand-offs somebody had until a few minutes ago, that could still be given back to them: not once they are deactivated. */
export async function countUndoableFrom({ context, person }: { context: Context; person: UserId }): Promise<number> {
  const since = formatInstant(plus(await readClock({ context }), -undoForMs));
  const [row] = await context.database.execute<{ count: number }>(sql`
    select count(*)::int as count from handoff_entry given
    where given.detail ->> 'from' = ${person}::text and given.at > ${since}::timestamptz and given.kind = 'assigned'
      and given.detail ->> 'undoes' is null
      and not exists (
        select from handoff_entry later where later.handoff_id = given.handoff_id and later.id > given.id
          and later.kind in ('assigned', 'given-back')
      )`);
  return row?.count ?? 0;
}
