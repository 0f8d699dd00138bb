import { handoff } from '@sodate/database/schema/handoff';
import type { LeadId, UserId } from '@sodate/journey/id';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';

/** What of a lead this person may change: all that is known, what is on its card, or nothing. */
export type LeadReach = 'all' | 'card' | 'none';

/**
 * A rep corrects the card of a lead that they own, or whose hand-off they are working: they are the one who has it on
 * the phone. `owner` is the lead's.
 */
export async function findLeadReach({
  context: { actor, database },
  lead,
  owner,
}: {
  context: Pick<Context, 'actor' | 'database'>;
  lead: LeadId;
  owner: UserId | null;
}): Promise<LeadReach> {
  if (actor.kind === 'system') return 'all';
  if (actor.role === 'viewer') return 'none';
  if (actor.role !== 'sales-rep') return 'all';
  if (owner === actor.id) return 'card';
  const [held] = await database
    .select({ id: handoff.id })
    .from(handoff)
    .where(and(eq(handoff.leadId, lead), eq(handoff.ownerId, actor.id), isNull(handoff.closedAt)))
    .limit(1);
  return held === undefined ? 'none' : 'card';
}

export function cardOnly() {
  return forbidden({
    ja: '営業担当が直せるのは、自分が担当しているリードの氏名や連絡先だけです。ほかは営業マネージャーに頼んでください。',
    en: 'A sales rep corrects the name and contact details of leads of their own only. Ask a sales manager for anything else.',
  });
}
