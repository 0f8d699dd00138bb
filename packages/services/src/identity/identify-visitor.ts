import { lead, visitor } from '@sodate/database/schema/lead';
import type { LeadId, VisitorId } from '@sodate/journey/id';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { storeEvents } from '../event/store-events.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Says that an unknown browser is this lead's: its visits so far become the lead's, the lead keeps the browser's first
 * touch where it has none, and page-visit triggers look back. A browser that is known already stays whose it is.
 * @returns whether the browser is this lead's now.
 */
export async function identifyVisitor(request: {
  context: Context;
  visitor: VisitorId;
  lead: LeadId;
}): Promise<boolean> {
  return inTransaction({ context: request.context }, async (context) => {
    const [row] = await context.database
      .select({ leadId: visitor.leadId, firstTouch: visitor.firstTouch })
      .from(visitor)
      .where(eq(visitor.id, request.visitor))
      .for('no key update');
    if (row === undefined) return false;
    if (row.leadId !== null) return row.leadId === request.lead;
    await context.database.update(visitor).set({ leadId: request.lead }).where(eq(visitor.id, request.visitor));
    if (row.firstTouch !== null) {
      await context.database
        .update(lead)
        .set({ firstTouch: row.firstTouch })
        .where(and(eq(lead.id, request.lead), isNull(lead.firstTouch)));
    }
    const event = { name: 'visitor-identified', lead: request.lead, visitor: request.visitor } as const;
    await storeEvents({ context, events: [event] });
    return true;
  });
}
