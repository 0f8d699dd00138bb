import { journeyComment } from '@sodate/database/schema/comment';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import type { commentInput } from './comment-input.ts';
import { commentMissing } from './comment-missing.ts';
import { ringDraft } from './ring-draft.ts';

/** Deletes a comment: one's own; an admin any. @throws RequestError 'not-found', 'forbidden'. */
export async function removeComment({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof commentInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const { actor, database } = inner;
    const place = and(eq(journeyComment.journeyId, input.journey), eq(journeyComment.id, input.comment));
    const [found] = await database.select({ userId: journeyComment.userId }).from(journeyComment).where(place);
    if (found === undefined) throw commentMissing();
    const may = actor.kind === 'system' || actor.role === 'admin' || actor.id === found.userId;
    if (!may) {
      throw forbidden({
        ja: '消せるのは自分のコメントだけです。片付いたものは「解決済み」にしてください。',
        en: 'You can delete your own comments only. Mark what is done as resolved.',
      });
    }
    await database.delete(journeyComment).where(place);
    await writeAudit({
      context: inner,
      line: {
        action: 'comment-removed',
        subject: 'journey',
        subjectId: input.journey,
        detail: { comment: input.comment },
      },
    });
    await ringDraft({ context: inner, journey: input.journey });
  });
}
