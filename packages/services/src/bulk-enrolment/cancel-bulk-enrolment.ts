import { rightNow } from '@sodate/database/columns';
import { bulkEnrolment } from '@sodate/database/schema/bulk-enrolment';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { type bulkEnrolmentInput, bulkEnrolmentMissing } from './bulk-enrolment-input.ts';

/** Lets nobody else in; those who have entered stay. @throws RequestError 'not-found'; 'conflict' where it has ended. */
export async function cancelBulkEnrolment({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof bulkEnrolmentInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const [row] = await inner.database
      .select({ journey: bulkEnrolment.journeyId, state: bulkEnrolment.state, entered: bulkEnrolment.entered })
      .from(bulkEnrolment)
      .where(eq(bulkEnrolment.id, input.bulkEnrolment))
      .for('update');
    if (!row) throw bulkEnrolmentMissing();
    if (row.state !== 'running') throw hasEnded();
    await inner.database
      .update(bulkEnrolment)
      .set({ state: 'cancelled', endedAt: rightNow })
      .where(eq(bulkEnrolment.id, input.bulkEnrolment));
    const detail = { bulkEnrolment: input.bulkEnrolment, entered: row.entered };
    const line = { action: 'bulk-enrolment-cancelled', subject: 'journey', subjectId: row.journey, detail };
    await writeAudit({ context: inner, line });
  });
}

function hasEnded() {
  return conflict({
    ja: 'この一括追加は、もう終わっています。',
    en: 'This bulk enrolment has already ended.',
  });
}
