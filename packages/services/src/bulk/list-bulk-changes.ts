import { type BulkChangeRow, bulkChange } from '@sodate/database/schema/operation';
import { user } from '@sodate/database/schema/user';
import { desc, eq, or, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface BulkChange
  extends Pick<
    BulkChangeRow,
    'id' | 'verb' | 'state' | 'total' | 'done' | 'refused' | 'refusedWhy' | 'askedAt' | 'endedAt'
  > {
  readonly asker: string;
}

const mostShown = 10;
const rememberedMs = 600_000;

/** What runs, and what has ended within ten minutes, the latest asked first. */
export async function listBulkChanges({ context }: { context: Context }): Promise<readonly BulkChange[]> {
  const ended = sql`${bulkChange.endedAt} > clock_timestamp() - ${rememberedMs} * interval '1 millisecond'`;
  return await context.database
    .select({
      id: bulkChange.id,
      verb: bulkChange.verb,
      state: bulkChange.state,
      total: bulkChange.total,
      done: bulkChange.done,
      refused: bulkChange.refused,
      refusedWhy: bulkChange.refusedWhy,
      askedAt: bulkChange.askedAt,
      endedAt: bulkChange.endedAt,
      asker: user.name,
    })
    .from(bulkChange)
    .innerJoin(user, eq(user.id, bulkChange.askedBy))
    .where(or(eq(bulkChange.state, 'running'), ended))
    .orderBy(desc(bulkChange.id))
    .limit(mostShown);
}
