import type { HandoffId, LeadId } from '@sodate/journey/id';
import { asInstant, formatInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { undoForMs } from '../handoff/undo-answer.ts';

/**
 * The newest hand-off of a lead that this reader may open: a rep their own, or one that they gave back and can still
 * take back; null: none.
 */
export async function findHandoffOf({
  context: { actor, clock, database },
  lead,
}: {
  context: Context;
  lead: LeadId;
}): Promise<HandoffId | null> {
  if (actor.kind === 'user' && actor.role === 'viewer') return null;
  const since = formatInstant(asInstant(clock.now() - undoForMs));
  const mine =
    actor.kind === 'user' && actor.role === 'sales-rep'
      ? sql` and (h.owner_id = ${actor.id} or (h.owner_id is null and exists (select from handoff_entry e
          where e.handoff_id = h.id and e.kind = 'given-back' and e.user_id = ${actor.id}
            and e.at >= ${since}::timestamptz)))`
      : sql``;
  const [found] = await database.execute<{ id: HandoffId }>(
    sql`select h.id from handoff h where h.lead_id = ${lead}::uuid${mine} order by h.id desc limit 1`,
  );
  return found?.id ?? null;
}
