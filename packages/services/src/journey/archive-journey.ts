import { rightNow } from '@sodate/database/columns';
import { journey } from '@sodate/database/schema/journey';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { journeyInput } from './journey-input.ts';
import { lockJourney } from './lock-journey.ts';

export const archiveJourneyInput = journeyInput.extend({ archived: z.boolean() });

/** Hides a journey from the list, or brings it back. One that carries leads must be stopped first. */
export async function archiveJourney({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof archiveJourneyInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const row = await lockJourney({ context: inner, id: input.journey });
    if (input.archived && (row.state === 'live' || row.state === 'paused')) {
      throw conflict({
        ja: '動いているシナリオは保管できません。先に停止してください。',
        en: 'A running journey cannot be archived. Stop it first.',
      });
    }
    await inner.database
      .update(journey)
      .set({ archivedAt: input.archived ? rightNow : null })
      .where(eq(journey.id, input.journey));
    const action = input.archived ? 'journey-archived' : 'journey-brought-back';
    await writeAudit({ context: inner, line: { action, subject: 'journey', subjectId: row.id } });
  });
}
