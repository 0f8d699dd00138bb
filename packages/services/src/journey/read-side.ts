import { version } from '@sodate/database/schema/journey';
import type { Graph } from '@sodate/journey/graph/graph';
import type { JourneyId } from '@sodate/journey/id';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { findJourney, journeyMissing } from './find-journey.ts';
import { versionMissing } from './version-missing.ts';

/** A published version by its number, or the draft as it is saved. */
export const sideInput = z.union([z.literal('draft'), z.int32().min(1)]);

/** The graph of a version or of the draft. @throws RequestError 'not-found'. */
export async function readSide({
  context,
  journey,
  side,
}: {
  context: Context;
  journey: JourneyId;
  side: z.output<typeof sideInput>;
}): Promise<Graph> {
  if (side === 'draft') {
    const row = await findJourney({ context, id: journey });
    if (row === undefined) throw journeyMissing();
    return row.draft;
  }
  const [row] = await context.database
    .select({ graph: version.graph })
    .from(version)
    .where(and(eq(version.journeyId, journey), eq(version.number, side)));
  if (row === undefined) throw versionMissing();
  return row.graph;
}
