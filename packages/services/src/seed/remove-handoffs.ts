import { effect, effectAttempt } from '@sodate/database/schema/enrollment';
import { handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { notice } from '@sodate/database/schema/organisation';
import type { LeadId } from '@sodate/journey/id';
import { and, asc, eq, exists, inArray, isNull, not, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { hrefOf } from '../handoff/href-of.ts';
import { noticesOfLeads } from '../notice/notices-of-leads.ts';

/**
 * Takes out the hand-offs of these leads that no journey made, in the caller's transaction, under the leads' locks. No
 * count of a journey rests on them, and the timer of one that is gone ends by itself. One of which a notice is in the
 * air stays: what has become of that is yet to be recorded.
 */
export async function removeHandoffs({
  context: { database },
  leads,
}: {
  context: Context;
  leads: readonly LeadId[];
}): Promise<void> {
  const inTheAir = database
    .select({ one: sql`1` })
    .from(effect)
    .where(and(eq(effect.handoffId, handoff.id), eq(effect.state, 'claimed')));
  const rows = await database
    .select({ id: handoff.id })
    .from(handoff)
    .where(and(inArray(handoff.leadId, [...leads]), isNull(handoff.journeyId), not(exists(inTheAir))))
    .orderBy(asc(handoff.id))
    .for('update');
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  const effects = database.select({ key: effect.key }).from(effect).where(inArray(effect.handoffId, ids));
  const pages = rows.map(hrefOf);
  await database.delete(effectAttempt).where(inArray(effectAttempt.key, effects));
  await database.delete(effect).where(inArray(effect.handoffId, ids));
  await database.delete(notice).where(and(noticesOfLeads(leads), inArray(notice.href, pages)));
  await database.delete(handoffEntry).where(inArray(handoffEntry.handoffId, ids));
  await database.delete(handoff).where(inArray(handoff.id, ids));
}
