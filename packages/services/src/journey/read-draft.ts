import { journey, version } from '@sodate/database/schema/journey';
import type { Graph } from '@sodate/journey/graph/graph';
import type { JourneyId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { describeGraph, type GraphDescription } from './describe-graph.ts';
import { journeyMissing } from './find-journey.ts';
import type { journeyInput } from './journey-input.ts';
import { readSurroundings } from './read-surroundings.ts';

export interface Draft extends GraphDescription {
  readonly journey: JourneyId;
  readonly revision: number;
  readonly graph: Graph;
  readonly savedAt: Instant;
  /** What is published now, to tell what the draft has changed; null before the first publishing. */
  readonly live: { readonly number: number; readonly graph: Graph } | null;
}

/** The draft as it stands, described. @throws RequestError 'not-found'. */
export async function readDraft({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof journeyInput>;
}): Promise<Draft> {
  const [found] = await context.database
    .select({
      graph: journey.draft,
      revision: journey.draftRevision,
      savedAt: journey.updatedAt,
      number: version.number,
      liveGraph: version.graph,
    })
    .from(journey)
    .leftJoin(version, eq(version.id, journey.liveVersionId))
    .where(eq(journey.id, input.journey));
  if (found === undefined) throw journeyMissing();
  const { graph, revision, savedAt, number, liveGraph } = found;
  const outside = await readSurroundings({ context });
  const description = describeGraph({ graph, catalog: context.nodeTypes.catalog, outside });
  const live = number === null || liveGraph === null ? null : { number, graph: liveGraph };
  return { journey: input.journey, revision, graph, savedAt, live, ...description };
}
