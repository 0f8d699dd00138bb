import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';

const lockKey = 7_138;

/**
 * Sums steps older than a minute by journey, way, day and test, by one worker at a time; `progress` says how far.
 * Flow counts are these sums and the steps written since.
 */
export async function rollUpSteps({ context }: { context: Context }): Promise<void> {
  const lagMs = context.timings.rollupLagMs;
  await inTransaction({ context }, async ({ database }) => {
    const [lock] = await database.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lockKey}) as mine`);
    if (!lock?.mine) return;
    await database.execute(sql`
      with span as (
        select coalesce((select at from progress where name = 'step-rollup'), '-infinity'::timestamptz) as since,
          date_trunc('milliseconds', clock_timestamp()) - ${lagMs} * interval '1 millisecond' as till
      ), summed as (
        insert into step_rollup (journey_id, from_node, outcome, to_node, day, test, count)
        select journey_id, coalesce(from_node, ''), outcome, coalesce(to_node, ''), (written_at at time zone 'UTC')::date, test, count(*)
        from step, span where written_at >= since and written_at < till
        group by 1, 2, 3, 4, 5, 6
        on conflict (journey_id, from_node, outcome, to_node, day, test) do update set count = step_rollup.count + excluded.count
      )
      insert into progress (name, at) select 'step-rollup', till from span
      on conflict (name) do update set at = excluded.at`);
  });
}
