import { rightNow } from '@sodate/database/columns';
import { bulkChange } from '@sodate/database/schema/operation';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import type { bulkChangeInput } from './bulk-input.ts';

/** Ends a bulk change after the slice under way; what is done stays done. @throws RequestError 'conflict' once it has ended. */
export async function cancelBulkChange({
  context,
  input: { change },
}: {
  context: Context;
  input: z.output<typeof bulkChangeInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const [cancelled] = await inner.database
      .update(bulkChange)
      .set({ state: 'cancelled', endedAt: rightNow })
      .where(and(eq(bulkChange.id, change), eq(bulkChange.state, 'running')))
      .returning({ done: bulkChange.done, total: bulkChange.total });
    if (!cancelled) throw over();
    await writeAudit({
      context: inner,
      line: { action: 'bulk-change-cancelled', subject: 'bulk-change', subjectId: change, detail: cancelled },
    });
  });
}

function over() {
  return conflict({ ja: 'もう終わっています。', en: 'It has already ended.' });
}
