import { mailUse } from '@sodate/database/schema/mail';
import type { JourneyId } from '@sodate/journey/id';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Forgets the mails that neither the draft nor the live version names any more. */
export async function removeIdleUses({ context, journey }: { context: Context; journey: JourneyId }): Promise<void> {
  await context.database
    .delete(mailUse)
    .where(and(eq(mailUse.journeyId, journey), eq(mailUse.inDraft, false), eq(mailUse.inLive, false)));
}
