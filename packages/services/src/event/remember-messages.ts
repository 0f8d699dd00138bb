import { rightNow } from '@sodate/database/columns';
import { messageId } from '@sodate/database/schema/event';
import { statement } from '@sodate/database/statement';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Marks message ids as known. Gives those that were not known before. */
export async function rememberMessages({
  context,
  ids,
}: {
  context: Context;
  ids: readonly string[];
}): Promise<Set<string>> {
  // Sorted, so that two batches with the same ids wait for each other in a row instead of in a circle.
  const sorted = [...new Set(ids)].sort();
  if (sorted.length === 0) return new Set();
  const inserted = await insertIds({ database: context.database, values: { ids: sorted } });
  return new Set(inserted.map(({ id }) => id));
}

const insertIds = statement<{ ids: readonly string[] }>()((database, place) =>
  database
    .insert(messageId)
    .select(sql`select id, ${rightNow} from unnest(${place('ids')}::text[]) as id`)
    .onConflictDoNothing()
    .returning({ id: messageId.id }),
);
