import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { answeredTodaySql } from '../handoff/answered-today-sql.ts';
import { readZone } from '../organisation/read-zone.ts';

/**
 * How many hand-offs the reader has answered since the day began in the organisation's zone, each counted once however
 * much was said of it. What was taken back does not count, nor do test leads.
 */
export async function countAnsweredToday({ context }: { context: Context }): Promise<number> {
  const { actor, clock, database } = context;
  if (actor.kind !== 'user') return 0;
  const of = { by: actor.id, now: clock.now(), zone: await readZone({ context }) };
  const [row] = await database.execute<{ count: number }>(
    sql`select count(*)::int as count from (${answeredTodaySql(of)}) answered`,
  );
  return row?.count ?? 0;
}
