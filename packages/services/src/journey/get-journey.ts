import { type JourneyState, journey, version } from '@sodate/database/schema/journey';
import type { JourneyId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { journeyMissing } from './find-journey.ts';
import type { journeyInput } from './journey-input.ts';
import { type HeldNode, readHeldNodes } from './read-held-nodes.ts';

export interface JourneyHead {
  readonly id: JourneyId;
  readonly name: string;
  readonly state: JourneyState;
  /** The number of the version that leads run on; null before the first publishing. */
  readonly version: number | null;
  readonly draftRevision: number;
  readonly publishedRevision: number | null;
  /** Whether the draft holds something for leads that is not live: undone changes and other places are nothing. */
  readonly draftDiffers: boolean;
  readonly pausedAt: Instant | null;
  readonly archivedAt: Instant | null;
  readonly updatedAt: Instant;
  /** Nodes whose leads are held. */
  readonly heldNodes: readonly HeldNode[];
}

/** A journey without its graph. @throws RequestError 'not-found'. */
export async function getJourney({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof journeyInput>;
}): Promise<JourneyHead> {
  const [row] = await context.database
    .select(headColumns)
    .from(journey)
    .leftJoin(version, eq(version.id, journey.liveVersionId))
    .where(eq(journey.id, input.journey));
  if (row === undefined) throw journeyMissing();
  return { ...row, heldNodes: await readHeldNodes({ context, journey: row.id }) };
}

/** The columns of a `JourneyHead`, over journey left-joined with its live version. */
export const headColumns = {
  id: journey.id,
  name: journey.name,
  state: journey.state,
  version: version.number,
  draftRevision: journey.draftRevision,
  publishedRevision: journey.publishedRevision,
  draftDiffers: journey.draftDiffers,
  pausedAt: journey.pausedAt,
  archivedAt: journey.archivedAt,
  updatedAt: journey.updatedAt,
};
