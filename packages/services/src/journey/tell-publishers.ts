import { draftCommand, type JourneyRow } from '@sodate/database/schema/journey';
import { notice } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { and, eq, gt } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readPublishers } from './read-publishers.ts';

/**
 * Before a sales manager's change of a published journey is stored: tells those who publish that it waits for them.
 * Once for all that sales managers change until the next publication.
 */
export async function tellPublishers({ context, row }: { context: Context; row: JourneyRow }): Promise<void> {
  const { actor, database } = context;
  if (actor.kind !== 'user' || actor.role !== 'sales-manager' || row.publishedRevision === null) return;
  if (await waitsAlready({ context, journey: row.id, published: row.publishedRevision })) return;
  const [author] = await database.select({ name: user.name }).from(user).where(eq(user.id, actor.id));
  const publishers = await readPublishers(context);
  if (publishers.length === 0) return;
  await database.insert(notice).values(
    publishers.map((userId) => ({
      userId,
      kind: 'draft-waits' as const,
      detail: { journey: row.name, by: author?.name ?? '' },
      href: `/journeys/${row.id}`,
    })),
  );
}

/** Whether anything that a sales manager changed waits to be published. */
export async function waitsAlready({
  context,
  journey,
  published,
}: {
  context: Context;
  journey: JourneyRow['id'];
  published: number;
}): Promise<boolean> {
  const since = and(eq(draftCommand.journeyId, journey), gt(draftCommand.revision, published));
  const found = await context.database
    .select({ revision: draftCommand.revision })
    .from(draftCommand)
    .innerJoin(user, eq(user.id, draftCommand.userId))
    .where(and(since, eq(user.role, 'sales-manager')))
    .limit(1);
  return found.length > 0;
}
