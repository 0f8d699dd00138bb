import { handoff } from '@sodate/database/schema/handoff';
import type { UserId } from '@sodate/journey/id';
import { and, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';

/** What somebody has in hand: not yet answered, and being worked. Test leads are left out. */
export interface Load {
  readonly owner: UserId;
  readonly open: number;
  readonly working: number;
}

/** How much everybody has to do who has anything: for whoever gives out the next. */
export async function countLoads({ context }: { context: Context }): Promise<readonly Load[]> {
  const rows = await context.database
    .select({
      owner: handoff.ownerId,
      open: sql<number>`(count(*) filter (where ${handoff.state} = 'open'))::int`,
      working: sql<number>`(count(*) filter (where ${handoff.state} <> 'open'))::int`,
    })
    .from(handoff)
    .where(
      and(
        isNotNull(handoff.ownerId),
        inArray(handoff.state, ['open', 'accepted', 'opportunity']),
        ofRealLeads(handoff),
      ),
    )
    .groupBy(handoff.ownerId);
  return rows.flatMap(({ owner, ...counts }) => (owner === null ? [] : [{ owner, ...counts }]));
}
