import { journeyComment } from '@sodate/database/schema/comment';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import type { CommentId } from './comment-input.ts';
import { findJourney, journeyMissing } from './find-journey.ts';
import { nodeInput } from './hold-node.ts';
import { ringDraft } from './ring-draft.ts';
import { tellOfComment } from './tell-of-comment.ts';

export const addCommentInput = nodeInput.extend({ body: z.string().trim().min(1).max(2_000) });

/** Says something about a node; everybody who reads the journey sees it, and those whose journey it is are told. @throws RequestError 'not-found'. */
export async function addComment({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof addCommentInput>;
}): Promise<{ id: CommentId }> {
  return await inTransaction({ context }, async (inner) => {
    const row = await findJourney({ context: inner, id: input.journey });
    if (row === undefined) throw journeyMissing();
    const { actor } = inner;
    const [made] = await inner.database
      .insert(journeyComment)
      .values({
        journeyId: row.id,
        node: input.node,
        body: input.body,
        userId: actor.kind === 'user' ? actor.id : null,
      })
      .returning({ id: journeyComment.id });
    if (made === undefined) throw new Error('the comment was not stored');
    const detail = { node: input.node, comment: made.id };
    await writeAudit({
      context: inner,
      line: { action: 'comment-added', subject: 'journey', subjectId: row.id, detail },
    });
    await tellOfComment({ context: inner, row, node: input.node });
    await ringDraft({ context: inner, journey: row.id });
    return made;
  });
}
