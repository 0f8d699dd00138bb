import { handoff } from '@sodate/database/schema/handoff';
import type { HandoffId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { faultMessage } from '../engine/fault-message.ts';
import type { Rest } from '../engine/rest.ts';
import { inTransaction } from '../transaction.ts';
import { lockHandoff } from './lock-handoff.ts';

/**
 * Stores what went wrong in a look with the hand-off it went wrong for, as stuck, so that a manager sees it and nothing
 * is tried without end. Any later change of the hand-off has its timer look anew.
 */
export async function storeHandoffFault({
  context,
  handoff: id,
  error,
}: {
  context: Context;
  handoff: HandoffId;
  error: unknown;
}): Promise<Rest> {
  context.logger.error({ handoff: id, error }, 'the deadline of a hand-off could not be watched over');
  return inTransaction({ context }, async (inner) => {
    const locked = await lockHandoff({ context: inner, handoff: id });
    if (!locked) return { kind: 'end', number: 0 };
    const rest = locked.row.rest + 1;
    const fault = faultMessage(error);
    const stuckWhy = { ja: `進めませんでした：${fault}`, en: `Could not go on: ${fault}` };
    await inner.database
      .update(handoff)
      .set({ stuckWhy, stuckAt: locked.realNow, rest, lookAt: null, nudgedAt: null })
      .where(eq(handoff.id, id));
    return { kind: 'resting', number: rest };
  });
}
