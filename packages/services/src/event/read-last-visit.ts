import { event, thing } from '@sodate/database/schema/event';
import type { Instant } from '@sodate/journey/time/instant';
import { desc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The newest page view that any site has sent: tells whether the tracker is heard. */
export interface LastVisit {
  readonly at: Instant;
  /** Host and path; null where the page is no longer known. */
  readonly page: string | null;
}

export async function readLastVisit({ context }: { context: Context }): Promise<LastVisit | null> {
  const [row] = await context.database
    .select({ at: event.storedAt, page: thing.key })
    .from(event)
    .leftJoin(thing, eq(thing.id, event.thingId))
    .where(eq(event.name, 'page-viewed'))
    .orderBy(desc(event.storedAt))
    .limit(1);
  return row ?? null;
}
