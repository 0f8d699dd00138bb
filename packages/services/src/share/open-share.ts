import { journey, version } from '@sodate/database/schema/journey';
import { journeyShare } from '@sodate/database/schema/share';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type DocumentSource, type ReadableJourney, writeDocument } from '../journey/read-document.ts';
import { findShare, type ShareRow } from './find-share.ts';
import type { shareTokenInput } from './share-input.ts';

export type OpenedShare =
  | { readonly kind: 'good'; readonly journey: ReadableJourney; readonly withCounts: boolean }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

/** What a link shows, to whoever has it: no ids of ours but those of nodes, no name or address of a person. */
export async function openShare({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof shareTokenInput>;
}): Promise<OpenedShare> {
  const found = await findShare({ context, token: input.token });
  if (found.kind !== 'good') return found;
  const { share } = found;
  const source = await readSource({ context, share });
  if (source === undefined) return { kind: 'unknown' };
  const readable = await writeDocument({ context, source, people: false });
  await context.database
    .update(journeyShare)
    .set({ opened: sql`${journeyShare.opened} + 1`, openedAt: context.clock.now() })
    .where(eq(journeyShare.id, share.id));
  return { kind: 'good', journey: readable, withCounts: share.withCounts };
}

/** The draft as it stood when the link was made, or the version that is published now. */
async function readSource({
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
