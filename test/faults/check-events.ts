import type { Database } from '@sodate/database/connect';
import { event } from '@sodate/database/schema/event';
import { sql } from 'drizzle-orm';

/**
 * What was acknowledged is stored, once. `acknowledged` without those whose lead was erased since: their events say
 * nothing more. A sentence for each violation.
 */
export async function checkEvents({
  database,
  acknowledged,
}: {
  database: Database;
  acknowledged: ReadonlySet<string>;
}): Promise<string[]> {
  const act = sql<string>`coalesce(${event.properties} ->> 'act', ${event.properties} -> 'fields' ->> 'act')`;
  const rows = await database.select({ act }).from(event).where(sql`${act} is not null`);
  const stored = Map.groupBy(rows, (row) => row.act);
  return [...acknowledged].flatMap((one) => {
    const times = stored.get(one)?.length ?? 0;
    return times === 1 ? [] : [`events ${one}: acknowledged, and stored ${times} times`];
  });
}
