import { journey, version } from '@sodate/database/schema/journey';
import { notice } from '@sodate/database/schema/organisation';
import type { JourneyId } from '@sodate/journey/id';
import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { headColumns } from './get-journey.ts';

export interface WaitingRequest {
  readonly journey: JourneyId;
  readonly name: string;
  /** The name of whoever asked last. */
  readonly by: string;
}

/**
 * Journeys whose publishing was asked for and is still to be done, the one that waits longest first; none for those who
 * do not publish. One that was published since, is archived or whose draft was undone waits no longer. Follows `notice_publish_asked`.
 */
export async function listWaitingRequests({
  context,
  limit,
}: {
  context: Context;
  limit: number;
}): Promise<readonly WaitingRequest[]> {
  const { actor } = context;
  if (actor.kind !== 'user' || (actor.role !== 'marketer' && actor.role !== 'admin')) return [];
  const asked = context.database
    .selectDistinctOn([notice.href], {
      journey: sql<JourneyId>`split_part(${notice.href}, '/', 3)::uuid`.as('asked_journey'),
      by: sql<string>`${notice.detail} ->> 'by'`.as('asked_by'),
      at: notice.at,
    })
    .from(notice)
    .where(eq(notice.kind, 'publish-asked'))
    .orderBy(notice.href, desc(notice.id))
    .as('asked');
  const publishedSince = sql`exists (select from ${version} v where v.journey_id = ${journey.id} and v.published_at >= ${asked.at})`;
  const bringsNew = or(isNull(journey.liveVersionId), eq(journey.state, 'stopped'), headColumns.draftDiffers);
  return await context.database
    .select({ journey: journey.id, name: journey.name, by: asked.by })
    .from(asked)
    .innerJoin(journey, eq(journey.id, asked.journey))
    .where(and(isNull(journey.archivedAt), bringsNew, sql`not ${publishedSince}`))
    .orderBy(asc(asked.at), asc(journey.id))
    .limit(limit);
}
