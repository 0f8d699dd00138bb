import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

const monthsAhead = 3;

/** Makes the event log's partitions for this month and the next three, where missing. Asked for daily. */
export async function ensurePartitions({ context }: { context: Context }): Promise<void> {
  await context.database.execute(
    sql`select ensure_event_partitions((clock_timestamp() at time zone 'UTC')::date, ${monthsAhead})`,
  );
}
