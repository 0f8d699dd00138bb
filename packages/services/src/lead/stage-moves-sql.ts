import { type SQL, sql } from 'drizzle-orm';
import type { Span } from '../organisation/read-months.ts';

/** What came into a stage within a span, taken back moves left out: rows `e` (outcome: the stage) and `v` (lead_id). */
export function stageMovesSql({ from, to }: Span): SQL {
  return sql`event e join visitor v on v.id = e.visitor_id
    where e.name = 'stage-changed' and e.stored_at >= ${from}::timestamptz and e.stored_at < ${to}::timestamptz
      and e.retracted_at is null`;
}
