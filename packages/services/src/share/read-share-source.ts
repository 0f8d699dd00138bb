import { journey, version } from '@sodate/database/schema/journey';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { DocumentSource } from '../journey/read-document.ts';
import type { ShareRow } from './find-share.ts';

/** The draft as it stood when the link was made, or the version that is published now. */
export async function readShareSource({
  context,
  share,
}: {
  context: Context;
  share: ShareRow;
}): Promise<DocumentSource | undefined> {
  const [row] = await context.database
    .select({
      name: journey.name,
      state: journey.state,
      version: version.number,
      at: version.publishedAt,
      graph: version.graph,
      mails: version.mails,
    })
    .from(journey)
    .leftJoin(version, eq(version.id, journey.liveVersionId))
    .where(eq(journey.id, share.journeyId));
  if (row === undefined) return undefined;
  const { name, state, at, graph, mails } = row;
  if (share.graph !== null) {
    return { name, state, version: null, at: share.createdAt, graph: share.graph, mails: {} };
  }
  if (at === null || graph === null || mails === null) return undefined;
  return { name, state, version: row.version, at, graph, mails };
}
