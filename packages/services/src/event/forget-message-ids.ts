import { messageId } from '@sodate/database/schema/event';
import { inArray, lt, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Clients repeat for days at most; after this a repeat would count anew. */
const daysKept = 35;
const batch = 5_000;

/** Deletes message ids older than 35 days, in batches of short transactions. @returns how many */
export async function forgetMessageIds({ context }: { context: Context }): Promise<number> {
  for (let forgotten = 0; ; ) {
    const old = context.database
      .select({ id: messageId.id })
      .from(messageId)
      .where(lt(messageId.at, sql`clock_timestamp() - make_interval(days => ${daysKept})`))
      .limit(batch);
    const deleted = await context.database
      .delete(messageId)
      .where(inArray(messageId.id, old))
      .returning({ id: messageId.id });
    forgotten += deleted.length;
    if (deleted.length < batch) return forgotten;
  }
}
