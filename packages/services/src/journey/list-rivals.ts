import { journey, version } from '@sodate/database/schema/journey';
import { canonicalJson } from '@sodate/journey/compile/canonical-json';
import { compileGraph } from '@sodate/journey/compile/compile-graph';
import type { Entry } from '@sodate/journey/compile/plan';
import type { JourneyId } from '@sodate/journey/id';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { readZone } from '../organisation/read-zone.ts';
import { describeGraph } from './describe-graph.ts';
import { findJourney, journeyMissing } from './find-journey.ts';
import type { journeyInput } from './journey-input.ts';
import { readSurroundings } from './read-surroundings.ts';

export interface Rival {
  readonly id: JourneyId;
  readonly name: string;
}

/** More are not named at a glance. */
const most = 5;

/**
 * Other live journeys that begin with the same event as this draft: whoever meets it enters all of them. None while the
 * draft has errors. @throws RequestError 'not-found'.
 */
export async function listRivals({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof journeyInput>;
}): Promise<readonly Rival[]> {
  const row = await findJourney({ context, id: input.journey });
  if (row === undefined) throw journeyMissing();
  const { catalog } = context.nodeTypes;
  const outside = await readSurroundings({ context });
  const { problems } = describeGraph({ graph: row.draft, catalog, outside });
  if (problems.some(({ severity }) => severity === 'error')) return [];
  const zone = row.draft.settings.zone ?? (await readZone({ context }));
  const own = new Set(eventsOf(compileGraph({ graph: row.draft, catalog, zone }).entries));
  if (own.size === 0) return [];
  const others = await context.database
    .select({ id: journey.id, name: journey.name, entries: sql<readonly Entry[]>`${version.plan} -> 'entries'` })
    .from(journey)
    .innerJoin(version, eq(version.id, journey.liveVersionId))
    .where(and(eq(journey.state, 'live'), ne(journey.id, row.id)))
    .orderBy(asc(journey.name));
  return others
    .filter(({ entries }) => eventsOf(entries).some((pattern) => own.has(pattern)))
    .slice(0, most)
    .map(({ id, name }) => ({ id, name }));
}

function eventsOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ trigger }) => (trigger.kind === 'event' ? [canonicalJson(trigger.pattern)] : []));
}
