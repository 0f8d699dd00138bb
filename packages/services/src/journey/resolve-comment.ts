import { rightNow } from '@sodate/database/columns';
import { journeyComment } from '@sodate/database/schema/comment';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { commentInput } from './comment-input.ts';
import { commentMissing } from './comment-missing.ts';
import { ringDraft } from './ring-draft.ts';

export const resolveCommentInput = commentInput.extend({ resolved: z.boolean() });

/** Marks a comment as done, or opens it again. @throws RequestError 'not-found'. */
export async function resolveComment({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof resolveCommentInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const { actor } = inner;
    const by = actor.kind === 'user' ? actor.id : null;
    const [changed] = await inner.database
      .update(journeyComment)
      .set(input.resolved ? { resolvedAt: rightNow, resolvedBy: by } : { resolvedAt: null, resolvedBy: null })
      .where(and(eq(journeyComment.journeyId, input.journey), eq(journeyComment.id, input.comment)))
      .returning({ id: journeyComment.id });
    if (changed === undefined) throw commentMissing();
    const action = input.resolved ? 'comment-resolved' : 'comment-reopened';
    await writeAudit({
      context: inner,
      line: { action, subject: 'journey', subjectId: input.journey, detail: { comment: input.comment } },
    });
    await ringDraft({ context: inner, journey: input.journey });
  });
}
