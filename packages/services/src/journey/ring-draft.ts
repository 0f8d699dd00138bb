import type { JourneyId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Tells everybody who has a journey open that there is something to look at, once the transaction is through. */
export async function ringDraft({ context, journey }: { context: Context; journey: JourneyId }): Promise<void> {
  await context.database.execute(sql`select pg_notify('draft', ${journey})`);
}
