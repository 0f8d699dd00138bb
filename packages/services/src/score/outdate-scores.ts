import { leadScore } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Has these leads scored anew at the next refresh: an event that gave points was taken back, which is no news itself. */
export async function outdateScores({ context, leads }: { context: Context; leads: readonly LeadId[] }): Promise<void> {
  if (leads.length === 0) return;
  await context.database
    .update(leadScore)
    .set({ validUntil: context.clock.now() })
    .where(inArray(leadScore.leadId, [...leads]));
}
