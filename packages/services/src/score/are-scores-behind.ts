import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { refreshMark } from './refresh-scores.ts';

/** Whether lists still go by scores of earlier rules: the newest have been saved since the cache was last gone over. */
export async function areScoresBehind({ context }: { context: Context }): Promise<boolean> {
  const [row] = await context.database.execute<{ behind: boolean }>(sql`
    select coalesce((select at from score_rule_set order by revision desc limit 1)
      > (select at from progress where name = ${refreshMark}), false) as behind`);
  return row?.behind ?? false;
}
