import { journeyComment } from '@sodate/database/schema/comment';
import { user } from '@sodate/database/schema/user';
import type { NodeId, UserId } from '@sodate/journey/id';
import { asId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { aliasedTable, and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { idPageInput, type Page } from '../page.ts';
import type { CommentId } from './comment-input.ts';
import { nodeInput } from './hold-node.ts';

export const listCommentsInput = nodeInput.extend({
  ...idPageInput.shape,
  which: z.enum(['open', 'resolved']).default('open'),
});

export interface Comment {
  readonly id: CommentId;
  readonly node: NodeId;
  readonly body: string;
  readonly at: Instant;
  /** Null: the person is no longer known here. */
  readonly by: { readonly id: UserId; readonly name: string } | null;
  readonly resolvedAt: Instant | null;
  readonly resolvedBy: string | null;
}

/** What people have said about a node, the latest first. */
export async function listComments({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listCommentsInput>;
}): Promise<Page<Comment>> {
  const resolver = aliasedTable(user, 'resolver');
  const conditions = [eq(journeyComment.journeyId, input.journey), eq(journeyComment.node, input.node)];
  conditions.push(input.which === 'open' ? isNull(journeyComment.resolvedAt) : isNotNull(journeyComment.resolvedAt));
  if (input.after !== undefined) conditions.push(lt(journeyComment.id, asId<'comment'>(input.after)));
  const rows = await context.database
    .select({
      id: journeyComment.id,
      node: journeyComment.node,
      body: journeyComment.body,
      at: journeyComment.at,
      by: { id: user.id, name: user.name },
      resolvedAt: journeyComment.resolvedAt,
      resolvedBy: resolver.name,
    })
    .from(journeyComment)
    .leftJoin(user, eq(user.id, journeyComment.userId))
    .leftJoin(resolver, eq(resolver.id, journeyComment.resolvedBy))
    .where(and(...conditions))
    .orderBy(desc(journeyComment.id))
    .limit(input.limit + 1);
  const last = rows.length > input.limit ? rows[input.limit - 1] : undefined;
  return { rows: rows.slice(0, input.limit), ...(last === undefined ? {} : { next: last.id }) };
}
