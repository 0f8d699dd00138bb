import { rightNow } from '@sodate/database/columns';
import { type RefusalReason, refusal } from '@sodate/database/schema/refusal';
import type { JourneyId, LeadId, NodeId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Keeps that a trigger turned a lead away, and why, in the caller's transaction, under the lead's lock. */
export async function keepRefusal({
  context,
  journey,
  lead,
  node,
  reason,
}: {
  context: Context;
  journey: JourneyId;
  lead: LeadId;
  node: NodeId;
  reason: RefusalReason;
}): Promise<void> {
  await context.database
    .insert(refusal)
    .values({ journeyId: journey, leadId: lead, reason, node, lastAt: rightNow })
    .onConflictDoUpdate({
      target: [refusal.journeyId, refusal.leadId, refusal.reason],
      set: { node, count: sql`${refusal.count} + 1`, lastAt: rightNow },
    });
}
