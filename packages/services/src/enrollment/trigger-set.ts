import { triggerSet } from '@sodate/database/schema/journey';
import { statement } from '@sodate/database/statement';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The key of the advisory lock under which the set of live triggers, and who may enter, changes. */
const triggerSetLock = 7_137;

/**
 * Has a publish, a pause or a stop wait until this transaction ends: a lead let in meanwhile would be missed by the batch
 * that goes over everybody.
 */
export async function holdTriggerSet({ context }: { context: Context }): Promise<void> {
  await holdShared({ database: context.database, values: { key: triggerSetLock } });
}

const holdShared = statement<{ key: number }>()((database, place) =>
  database
    .select({ held: sql<boolean>`pg_advisory_xact_lock_shared(${place('key')}::bigint) is null` })
    .from(sql`(values (1)) as one (one)`),
);

/** Waits for entries under way, and makes every later event read the set of triggers anew. */
export async function changeTriggerSet({ context }: { context: Context }): Promise<void> {
  await context.database.execute(sql`select pg_advisory_xact_lock(${triggerSetLock})`);
  await context.database.update(triggerSet).set({ revision: sql`${triggerSet.revision} + 1` });
}
