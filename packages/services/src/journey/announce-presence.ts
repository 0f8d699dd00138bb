import { rightNow } from '@sodate/database/columns';
import { draftPresence } from '@sodate/database/schema/comment';
import { journey as journeyTable } from '@sodate/database/schema/journey';
import type { NodeId } from '@sodate/journey/id';
import { and, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { journeyMissing } from './find-journey.ts';
import { journeyInput } from './journey-input.ts';
import { ringDraft } from './ring-draft.ts';

export const announcePresenceInput = journeyInput.extend({
  clientId: z.string().min(1).max(64),
  /** The node that is selected; null: none. */
  node: z
    .string()
    .min(1)
    .max(64)
    .transform((id) => id as NodeId)
    .nullable(),
});

/**
 * Says that somebody has the journey open, and where they are in it. To be repeated before `presenceMs` are over.
 * @throws RequestError 'not-found'
 */
export async function announcePresence({
  context,
  input: { journey, clientId, node },
}: {
  context: Context;
  input: z.output<typeof announcePresenceInput>;
}): Promise<void> {
  const { database, actor } = context;
  if (actor.kind !== 'user') return;
  const [before] = await database
    .select({ node: draftPresence.node })
    .from(draftPresence)
    .where(and(eq(draftPresence.journeyId, journey), eq(draftPresence.clientId, clientId)));
  if (before === undefined && (await database.$count(journeyTable, eq(journeyTable.id, journey))) === 0) {
    throw journeyMissing();
  }
  await database
    .insert(draftPresence)
    .values({ journeyId: journey, clientId, userId: actor.id, node, seenAt: rightNow })
    .onConflictDoUpdate({
      target: [draftPresence.journeyId, draftPresence.clientId],
      set: { node, userId: actor.id, seenAt: rightNow },
    });
  if (before !== undefined && before.node === node) return;
  await database
    .delete(draftPresence)
    .where(and(eq(draftPresence.journeyId, journey), lt(draftPresence.seenAt, sql`${rightNow} - interval '1 hour'`)));
  await ringDraft({ context, journey });
}
