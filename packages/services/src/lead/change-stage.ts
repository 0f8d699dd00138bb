import { rightNow } from '@sodate/database/columns';
import { lead } from '@sodate/database/schema/lead';
import type { EnrollmentId, LeadId } from '@sodate/journey/id';
import { type Stage, stages } from '@sodate/journey/stage';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { appendEvents } from '../event/append-events.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { inTransaction } from '../transaction.ts';
import type { Cause } from './cause.ts';

/**
 * Moves a lead to a stage and records it with its cause. With `onlyForward` a lead that is further on stays
 * (a second hand-off does not make a customer an MQL again). Gives whether the stage changed.
 */
export async function changeStage({
  context,
  lead: id,
  stage,
  cause = {},
  except,
  onlyForward = false,
  restores = false,
}: {
  context: Context;
  lead: LeadId;
  stage: Stage;
  cause?: Cause;
  except?: EnrollmentId;
  onlyForward?: boolean;
  /** It takes back another move: told so in the history. */
  restores?: boolean;
}): Promise<boolean> {
  return inTransaction({ context }, async (inner) => {
    const [locked] = await lockLeads({ context: inner, leads: [id] });
    if (!locked) return false;
    const [row] = await inner.database.select({ stage: lead.stage }).from(lead).where(eq(lead.id, locked.id));
    if (!row || row.stage === stage || (onlyForward && stages.indexOf(row.stage) > stages.indexOf(stage))) return false;
    await inner.database
      .update(lead)
      .set({ stage, stageAt: rightNow, updatedAt: rightNow })
      .where(eq(lead.id, locked.id));
    await appendEvents({
      context: inner,
      ...(except === undefined ? {} : { except }),
      events: [
        {
          lead: locked.id,
          name: 'stage-changed',
          outcome: stage,
          properties: { from: row.stage, to: stage, ...(restores ? { restored: true } : {}) },
          ...cause,
        },
      ],
    });
    return true;
  });
}
