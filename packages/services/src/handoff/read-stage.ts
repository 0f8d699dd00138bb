import type { HandoffRow } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import type { Stage } from '@sodate/journey/stage';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The stage of a hand-off's lead, under the caller's lock. @throws Error where the lead is gone. */
export async function readStage({
  context,
  row,
}: {
  context: Context;
  row: Pick<HandoffRow, 'leadId'>;
}): Promise<Stage> {
  const [found] = await context.database.select({ stage: lead.stage }).from(lead).where(eq(lead.id, row.leadId));
  if (!found) throw new Error(`lead ${row.leadId} vanished under its lock`);
  return found.stage;
}
