import { rightNow } from '@sodate/database/columns';
import { type EffectRow, effect } from '@sodate/database/schema/enrollment';
import { unreachable } from '@sodate/journey/unreachable';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { type LockedPassage, lockPassage } from '../engine/lock-passage.ts';
import { resumePassage } from '../enrollment/change-open.ts';
import { conflict } from '../errors.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { inTransaction } from '../transaction.ts';
import { awaitsWord } from './awaits-word.ts';

export const settleUnclearEffectInput = z.object({
  key: z.string().max(300),
  /**
   * arrived, missing: what became of a send of unknown fate. again: it did not arrive, and is to be sent once more.
   * seen: that it went out twice is known.
   */
  as: z.enum(['arrived', 'missing', 'again', 'seen']),
});

type Word = z.output<typeof settleUnclearEffectInput>['as'];

/**
 * Records a person's word on a send. A lead that has gone on as if it had arrived stays where it is; one that was held
 * there goes on. Sent again, whether it may be sent is asked anew. @throws RequestError where it has been settled meanwhile.
 */
export async function settleUnclearEffect({
  context,
  input: { key, as },
}: {
  context: Context;
  input: z.output<typeof settleUnclearEffectInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const passage = await lockOwner({ context: inner, key });
    const [row] = await inner.database
      .select()
      .from(effect)
      .where(and(eq(effect.key, key), awaitsWord))
      .for('update');
    if (!row || row.doubled !== (as === 'seen')) throw alreadySettled();
    const held = isHeldBy({ passage, row }) ? passage : undefined;
    await inner.database
      .update(effect)
      .set(valuesFor({ as, held: held !== undefined }))
      .where(eq(effect.key, key));
    if (held && as !== 'seen') await resumePassage({ context: inner, row: held.row, state: 'acting' });
    await writeAudit({
      context: inner,
      line: { action: 'effect-settled', subject: 'effect', subjectId: key, detail: { as } },
    });
  });
}

/** Locks whoever the send is for, as all who change an effect must; gives the passage where there is one. */
async function lockOwner({ context, key }: { context: Context; key: string }): Promise<LockedPassage | undefined> {
  const [owner] = await context.database
    .select({ enrollment: effect.enrollmentId, lead: effect.leadId })
    .from(effect)
    .where(eq(effect.key, key));
  if (owner?.enrollment != null) return lockPassage({ context, enrollment: owner.enrollment });
  if (owner?.lead != null) await lockLeads({ context, leads: [owner.lead] });
  return undefined;
}

/** Whether its lead is stuck at this very send, and waits for the word. */
function isHeldBy({ passage, row }: { passage: LockedPassage | undefined; row: EffectRow }): boolean {
  if (passage?.row.state !== 'stuck' || passage.row.op !== row.op) return false;
  return row.key === `enrollment/${passage.row.id}/${passage.row.op}/${passage.row.visit}`;
}

function valuesFor({ as, held }: { as: Word; held: boolean }): Record<string, unknown> {
  switch (as) {
    case 'seen':
      return { doubled: false };
    case 'arrived':
      return { state: 'sent', settledAt: rightNow };
    case 'missing':
      return { state: 'dropped', settledAt: rightNow };
    case 'again':
      // Of a lead that is held, the passage's own look sends it; of one that has gone on, a worker's loop.
      return {
        state: 'waiting',
        attempt: 0,
        nextTryAt: null,
        settledAt: null,
        repeatAskedAt: held ? null : rightNow,
      };
    default:
      return unreachable(as);
  }
}

function alreadySettled() {
  return conflict({
    ja: 'この送信は、もう片づいています。一覧を読み込み直してください。',
    en: 'This send has been settled meanwhile. Reload the list.',
  });
}
