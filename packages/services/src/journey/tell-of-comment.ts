import { journeyComment } from '@sodate/database/schema/comment';
import { draftCommand, type JourneyRow, version } from '@sodate/database/schema/journey';
import { notice } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { NodeId, UserId } from '@sodate/journey/id';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readPublishers } from './read-publishers.ts';

/** So many of the latest commands of a draft say who draws it. */
const latestCommands = 500;
const latestVersions = 20;
const latestComments = 100;

/**
 * Tells those whose journey it is, and who talk about this node, of a comment: who made it, drew it, published it, or
 * commented here; those who publish, where that is nobody. Not whoever wrote it, and nobody a second time before they have read of the first.
 */
export async function tellOfComment({
  context,
  row,
  node,
}: {
  context: Context;
  row: Pick<JourneyRow, 'id' | 'name' | 'createdBy'>;
  node: NodeId;
}): Promise<void> {
  const { actor, database } = context;
  const href = `/journeys/${row.id}?node=${encodeURIComponent(node)}&comments=true`;
  const concerned = await readConcerned({ context, row, node });
  const told = await database
    .select({ id: notice.userId })
    .from(notice)
    .where(
      and(
        inArray(notice.userId, concerned),
        eq(notice.kind, 'comment-added'),
        eq(notice.href, href),
        isNull(notice.readAt),
      ),
    );
  const people = concerned.filter((id) => !told.some((one) => one.id === id));
  if (people.length === 0) return;
  const author =
    actor.kind === 'user' ? await database.select({ name: user.name }).from(user).where(eq(user.id, actor.id)) : [];
  const detail = { journey: row.name, by: author[0]?.name ?? '' };
  await database
    .insert(notice)
    .values(people.map((userId) => ({ userId, kind: 'comment-added' as const, detail, href })));
}

async function readConcerned({
  context,
  row,
  node,
}: {
  context: Context;
  row: Pick<JourneyRow, 'id' | 'createdBy'>;
  node: NodeId;
}): Promise<UserId[]> {
  const { actor, database } = context;
  const drew = await database
    .select({ id: draftCommand.userId })
    .from(draftCommand)
    .where(eq(draftCommand.journeyId, row.id))
    .orderBy(desc(draftCommand.revision))
    .limit(latestCommands);
  const published = await database
    .select({ id: version.publishedBy })
    .from(version)
    .where(eq(version.journeyId, row.id))
    .orderBy(desc(version.number))
    .limit(latestVersions);
  const talked = await database
    .select({ id: journeyComment.userId })
    .from(journeyComment)
    .where(and(eq(journeyComment.journeyId, row.id), eq(journeyComment.node, node)))
    .orderBy(desc(journeyComment.id))
    .limit(latestComments);
  const ids = new Set([row.createdBy, ...[...drew, ...published, ...talked].map(({ id }) => id)]);
  if (actor.kind === 'user') ids.delete(actor.id);
  const known = [...ids].filter((id) => id !== null);
  const here = await database
    .select({ id: user.id })
    .from(user)
    .where(and(inArray(user.id, known), eq(user.banned, false)));
  if (here.length > 0) return here.map(({ id }) => id);
  return (await readPublishers(context)).filter((id) => actor.kind !== 'user' || id !== actor.id);
}
