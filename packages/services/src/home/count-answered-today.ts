import { formatInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { undoable } from '../handoff/find-last-act.ts';
import { readZone } from '../organisation/read-zone.ts';

/** An answer, or what came of it. */
const answers = undoable.filter((kind) => kind !== 'given-back');

/**
 * How many hand-offs the reader has answered since the day began in the organisation's zone, each counted once however
 * much was said of it. What was taken back does not count, nor do test leads.
 */
export async function countAnsweredToday({ context }: { context: Context }): Promise<number> {
  const { actor, clock, database } = context;
  if (actor.kind !== 'user') return 0;
  const zone = await readZone({ context });
  const today = sql`date_trunc('day', ${formatInstant(clock.now())}::timestamptz at time zone ${zone}) at time zone ${zone}`;
  const [row] = await database.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from handoff_entry e join handoff h on h.id = e.handoff_id
      where e.user_id = ${actor.id}::uuid and e.at >= ${today} and not h.test
        and (e.kind in ${answers} or (e.kind = 'undone' and e.detail ->> 'of' in ${answers}))
      group by e.handoff_id
      having sum(case when e.kind = 'undone' then -1 else 1 end) > 0
    ) answered`);
  return row?.count ?? 0;
}
