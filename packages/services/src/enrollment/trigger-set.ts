import { triggerSet } from '@sodate/database/schema/journey';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The key of the advisory lock under which the set of live triggers, and who may enter, changes. */
const triggerSetLock = 7_137;

/**
 * Has a publish, a pause or a stop wait until this transaction ends: a lead let in meanwhile would be missed by the batch
 * that goes over everybody.
 */
export async function holdTriggerSet({ context }: { context: Context }): Promise<void> {
  await context.database.execute(sql`select pg_advisory_xact_lock_shared(${triggerSetLock})`);
}

/** Waits for entries under way, and makes every later event read the set of triggers anew. */
export async function changeTriggerSet({ context }: { context: Context }): Promise<void> {
  await context.database.execute(sql`select pg_advisory_xact_lock(${triggerSetLock})`);
  await context.database.update(triggerSet).set({ revision: sql`${triggerSet.revision} + 1` });
}
