import { rightNow } from '@sodate/database/columns';
import { draftPresence, journeyComment } from '@sodate/database/schema/comment';
import { user } from '@sodate/database/schema/user';
import type { JourneyId, NodeId, UserId } from '@sodate/journey/id';
import type { Milliseconds } from '@sodate/journey/time/instant';
import { and, asc, count, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** How long a tab counts as present without a word. */
export const presenceMs: Milliseconds = 40_000;

const mostPeople = 50;

/** Who else has a journey open, and what is being talked about. */
export interface DraftCompany {
  readonly people: readonly PresentPerson[];
  /** Open comments at each node that has any. */
  readonly openComments: Readonly<Record<NodeId, number>>;
}

export interface PresentPerson {
  readonly clientId: string;
  readonly user: UserId;
  readonly name: string;
  readonly node: NodeId | null;
}

export async function readCompany({
  context: { database },
  journey,
}: {
  context: Context;
  journey: JourneyId;
}): Promise<DraftCompany> {
  const people = await database
    .select({ clientId: draftPresence.clientId, user: user.id, name: user.name, node: draftPresence.node })
    .from(draftPresence)
    .innerJoin(user, eq(user.id, draftPresence.userId))
    .where(
      and(
        eq(draftPresence.journeyId, journey),
        gt(draftPresence.seenAt, sql`${rightNow} - make_interval(secs => ${presenceMs / 1_000})`),
      ),
    )
    .orderBy(asc(user.name), asc(draftPresence.clientId))
    .limit(mostPeople);
  const comments = await database
    .select({ node: journeyComment.node, open: count() })
    .from(journeyComment)
    .where(and(eq(journeyComment.journeyId, journey), isNull(journeyComment.resolvedAt)))
    .groupBy(journeyComment.node)
    .orderBy(asc(journeyComment.node));
  return { people, openComments: Object.fromEntries(comments.map(({ node, open }) => [node, open])) };
}
