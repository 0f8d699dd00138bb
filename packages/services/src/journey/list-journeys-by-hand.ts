import { journey, version } from '@sodate/database/schema/journey';
import type { JourneyId } from '@sodate/journey/id';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { escapeLike } from '../condition/escape-like.ts';
import type { Context } from '../context.ts';

const most = 200;
const mostNamed = 3;

export const listJourneysByHandInput = z.object({
  /** A part of the name. */
  search: z.string().trim().max(80).optional(),
});

export interface JourneysByHand {
  /** The last changed first, at most 200. */
  readonly journeys: readonly { readonly id: JourneyId; readonly name: string }[];
  /** There are more than these: they are found by their names. */
  readonly more: boolean;
  /** Live ones that let nobody in by hand. */
  readonly closed: number;
  /** The last changed of these, at most three: where they are few, each is named. */
  readonly closedOnes: readonly { readonly id: JourneyId; readonly name: string }[];
}

/** The live journeys that leads can be added to by hand, and how many others there are. */
export async function listJourneysByHand({
  context,
  input: { search = '' },
}: {
  context: Context;
  input: z.output<typeof listJourneysByHandInput>;
}): Promise<JourneysByHand> {
  const live = and(eq(journey.state, 'live'), isNull(journey.archivedAt));
  const byHand = sql`${version.plan} @> '{"entries": [{"trigger": {"kind": "person"}}]}'::jsonb`;
  const named = sql`${journey.name} ilike ${`%${escapeLike(search)}%`}`;
  const { database } = context;
  const journeys = await database
    .select({ id: journey.id, name: journey.name })
    .from(journey)
    .innerJoin(version, eq(version.id, journey.liveVersionId))
    .where(and(live, byHand, named))
    .orderBy(desc(journey.updatedAt), desc(journey.id))
    .limit(most + 1);
  const [others] = await database
    .select({ count: sql<number>`count(*)::int` })
    .from(journey)
    .innerJoin(version, eq(version.id, journey.liveVersionId))
    .where(and(live, sql`not (${byHand})`));
  const closedOnes = await database
    .select({ id: journey.id, name: journey.name })
    .from(journey)
    .innerJoin(version, eq(version.id, journey.liveVersionId))
    .where(and(live, sql`not (${byHand})`))
    .orderBy(desc(journey.updatedAt), desc(journey.id))
    .limit(mostNamed);
  return {
    journeys: journeys.slice(0, most),
    more: journeys.length > most,
    closed: others?.count ?? 0,
    closedOnes,
  };
}
