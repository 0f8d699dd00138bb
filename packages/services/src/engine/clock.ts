import { rightNow } from '@sodate/database/columns';
import { type Instant, parseInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** PostgreSQL's clock, now (not the transaction's start): the one clock that decides. */
export async function readClock({ context }: { context: Context }): Promise<Instant> {
  const rows = await context.database.execute<{ now: string }>(sql`select ${rightNow} as now`);
  return parseInstant(String(rows[0]?.now));
}
