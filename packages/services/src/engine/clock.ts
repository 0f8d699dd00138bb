import { rightNow } from '@sodate/database/columns';
import { statement } from '@sodate/database/statement';
import { type Instant, parseInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** PostgreSQL's clock, now (not the transaction's start): the one clock that decides. */
export async function readClock({ context }: { context: Context }): Promise<Instant> {
  const [row] = await readNow({ database: context.database, values: {} });
  return parseInstant(String(row?.now));
}

const readNow = statement<object>()((database) =>
  database.select({ now: sql<string>`${rightNow}` }).from(sql`(values (1)) as one (one)`),
);
