import { effect } from '@sodate/database/schema/enrollment';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../transaction.ts';

export const settleUnclearEffectInput = z.object({
  key: z.string().max(300),
  /** arrived, missing: what became of a send of unknown fate. seen: that it went out twice is known. */
  as: z.enum(['arrived', 'missing', 'seen']),
});

/**
 * Records a person's word on a send. Nothing is sent by it: the lead has gone on as if the mail had arrived.
 * @throws RequestError where it has been settled meanwhile.
 */
export async function settleUnclearEffect({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof settleUnclearEffectInput>;
}): Promise<void> {
  const { key, as } = input;
  await inTransaction({ context }, async (inner) => {
    const settled =
      as === 'seen'
        ? await inner.database
            .update(effect)
            .set({ doubled: false })
            .where(and(eq(effect.key, key), eq(effect.doubled, true)))
            .returning({ key: effect.key })
        : await inner.database
            .update(effect)
            .set({
              state: as === 'arrived' ? 'sent' : 'dropped',
              settledAt: sql`date_trunc('milliseconds', clock_timestamp())`,
            })
            .where(and(eq(effect.key, key), eq(effect.state, 'ambiguous')))
            .returning({ key: effect.key });
    if (settled.length === 0) throw alreadySettled();
    await writeAudit({
      context: inner,
      line: { action: 'effect-settled', subject: 'effect', subjectId: key, detail: { as } },
    });
  });
}

function alreadySettled() {
  return conflict({
    ja: 'この送信は、もう片づいています。一覧を読み込み直してください。',
    en: 'This send has been settled meanwhile. Reload the list.',
  });
}
