import type { HandoffId, LeadId } from '@sodate/journey/id';
import { asInstant, formatInstant } from '@sodate/journey/time/instant';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { undoForMs } from '../handoff/undo-answer.ts';

/**
 * The newest hand-off of a lead that this reader may open: a rep their own, or one that they gave back and can still
 * take back; null: none.
 */
export async function findHandoffOf({ context, lead }: { context: Context; lead: LeadId }): Promise<HandoffId | null> {
  const [found] = await context.database.execute<{ id: HandoffId }>(
    sql`select h.id from handoff h where h.lead_id = ${lead}::uuid and ${mayOpenSql(context)}
      order by h.id desc limit 1`,
  );
  return found?.id ?? null;
}

/** Over rows `h` of hand-offs: this reader may open them. */
export function mayOpenSql({ actor, clock }: Pick<Context, 'actor' | 'clock'>): SQL {
  if (actor.kind !== 'user') return sql`true`;
  if (actor.role === 'viewer') return sql`false`;
  if (actor.role !== 'sales-rep') return sql`true`;
  const since = formatInstant(asInstant(clock.now() - undoForMs));
  return sql`(h.owner_id = ${actor.id} or (h.owner_id is null and exists (select from handoff_entry e
    where e.handoff_id = h.id and e.kind = 'given-back' and e.user_id = ${actor.id}
      and e.at >= ${since}::timestamptz)))`;
}
