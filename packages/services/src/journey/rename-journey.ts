import { rightNow } from '@sodate/database/columns';
import { journey } from '@sodate/database/schema/journey';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { journeyInput } from './journey-input.ts';
import { journeyName } from './journey-name.ts';
import { lockJourney } from './lock-journey.ts';

export const renameJourneyInput = journeyInput.extend({ name: journeyName });

/** @throws RequestError 'not-found'. */
export async function renameJourney({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof renameJourneyInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const row = await lockJourney({ context: inner, id: input.journey });
    if (row.name === input.name) return;
    await inner.database
      .update(journey)
      .set({ name: input.name, updatedAt: rightNow })
      .where(eq(journey.id, input.journey));
    const detail = { from: row.name, to: input.name };
    await writeAudit({
      context: inner,
      line: { action: 'journey-renamed', subject: 'journey', subjectId: row.id, detail },
    });
  });
}
