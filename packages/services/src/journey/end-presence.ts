import { draftPresence } from '@sodate/database/schema/comment';
import type { JourneyId } from '@sodate/journey/id';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { ringDraft } from './ring-draft.ts';

/** A tab has closed the journey. */
export async function endPresence({
  context,
  journey,
  clientId,
}: {
  context: Context;
  journey: JourneyId;
  clientId: string;
}): Promise<void> {
  const gone = await context.database
    .delete(draftPresence)
    .where(and(eq(draftPresence.journeyId, journey), eq(draftPresence.clientId, clientId)))
    .returning({ clientId: draftPresence.clientId });
  if (gone.length > 0) await ringDraft({ context, journey });
}
