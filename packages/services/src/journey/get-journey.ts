import { type JourneyState, journey, version } from '@sodate/database/schema/journey';
import { mail, mailUse, mailVersion } from '@sodate/database/schema/mail';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { journeyMissing } from './find-journey.ts';
import { findReloweredNodes } from './find-relowered-nodes.ts';
import type { journeyInput } from './journey-input.ts';
import { type HeldNode, readHeldNodes } from './read-held-nodes.ts';
import { readRewrittenNodes } from './read-rewritten-nodes.ts';

export interface JourneyHead {
  readonly id: JourneyId;
  readonly name: string;
  readonly state: JourneyState;
  /** The number of the version that leads run on; null before the first publishing. */
  readonly version: number | null;
  readonly draftRevision: number;
  readonly publishedRevision: number | null;
  /**
   * Whether publishing would bring leads something new: a draft that leads another way, or a mail that was rewritten.
   * A node type that changed is told by `relowered` alone: lists would have to compile every journey.
   * Undone changes and other places are nothing.
   */
  readonly draftDiffers: boolean;
  readonly pausedAt: Instant | null;
  readonly archivedAt: Instant | null;
  readonly updatedAt: Instant;
  /** Nodes whose leads are held. */
  readonly heldNodes: readonly HeldNode[];
  /** Nodes of the live version whose mail was rewritten since: they send the former words until the next publishing. */
  readonly rewritten: readonly NodeId[];
  /** Nodes of the live version whose type has changed since: they do what it said then until the next publishing. */
  readonly relowered: readonly NodeId[];
}

/** A journey without its graph. @throws RequestError 'not-found'. */
export async function getJourney({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof journeyInput>;
}): Promise<JourneyHead> {
  const [found] = await context.database
    .select({ ...headColumns, live: journey.liveVersionId })
    .from(journey)
    .leftJoin(version, eq(version.id, journey.liveVersionId))
    .where(eq(journey.id, input.journey));
  if (found === undefined) throw journeyMissing();
  const { live, ...row } = found;
  return {
    ...row,
    heldNodes: await readHeldNodes({ context, journey: row.id }),
    rewritten: row.draftDiffers ? await readRewrittenNodes({ context, journey: row.id }) : [],
    relowered: live === null ? [] : await findReloweredNodes({ context, version: live }),
  };
}

const sendsFormerWords = sql`exists (select from ${mailUse}
  join ${mail} on ${mail.id} = ${mailUse.mailId} join ${mailVersion} on ${mailVersion.id} = ${mailUse.sends}
  where ${mailUse.journeyId} = ${journey.id} and ${mailVersion.words} is distinct from ${mail.words})`;

/** The columns of a `JourneyHead`, over journey left-joined with its live version. */
export const headColumns = {
  id: journey.id,
  name: journey.name,
  state: journey.state,
  version: version.number,
  draftRevision: journey.draftRevision,
  publishedRevision: journey.publishedRevision,
  draftDiffers: sql<boolean>`(${journey.draftDiffers} or ${sendsFormerWords})`,
  pausedAt: journey.pausedAt,
  archivedAt: journey.archivedAt,
  updatedAt: journey.updatedAt,
};
