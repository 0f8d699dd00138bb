import { type HandoffRow, handoff } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import type { HandoffId } from '@sodate/journey/id';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';

export interface LockedHandoff {
  readonly row: HandoffRow;
  readonly realNow: Instant;
  /** The hand-off's own time: real and its offset. */
  readonly now: Instant;
}

/** Locks the lead, then the hand-off; starts again where a merge moved it in between. Undefined: no such row. */
export async function lockHandoff({
  context,
  handoff: id,
}: {
  context: Context;
  handoff: HandoffId;
}): Promise<LockedHandoff | undefined> {
  const { database } = context;
  for (;;) {
    const ofHandoff = database.select({ lead: handoff.leadId }).from(handoff).where(eq(handoff.id, id));
    const [owner] = await database
      .select({ id: lead.id })
      .from(lead)
      .where(eq(lead.id, sql`(${ofHandoff})`))
      .for('no key update');
    if (!owner) return undefined;
    const [row] = await database.select().from(handoff).where(eq(handoff.id, id)).for('update');
    if (!row) return undefined;
    if (row.leadId !== owner.id) continue;
    const realNow = await readClock({ context });
    return { row, realNow, now: asInstant(realNow + row.offsetMs) };
  }
}
