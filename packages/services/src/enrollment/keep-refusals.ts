import { rightNow } from '@sodate/database/columns';
import { type RefusalReason, refusal } from '@sodate/database/schema/refusal';
import type { JourneyId, LeadId, NodeId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface Refused {
  readonly lead: LeadId;
  readonly why: RefusalReason;
}

/** Keeps that a trigger turned leads away, and why, in the caller's transaction, under the leads' locks. */
export async function keepRefusals({
  context,
  journey,
  node,
  refused,
}: {
  context: Context;
  journey: JourneyId;
  node: NodeId;
  refused: readonly Refused[];
}): Promise<void> {
  if (refused.length === 0) return;
  await context.database
    .insert(refusal)
    .values(refused.map(({ lead, why }) => ({ journeyId: journey, leadId: lead, reason: why, node, lastAt: rightNow })))
    .onConflictDoUpdate({
      target: [refusal.journeyId, refusal.leadId, refusal.reason],
      set: { node, count: sql`${refusal.count} + 1`, lastAt: rightNow },
    });
}
