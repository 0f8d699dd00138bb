import { enrollment } from '@sodate/database/schema/enrollment';
import { version } from '@sodate/database/schema/journey';
import { summariseNodes } from '@sodate/journey/graph/summarise-nodes';
import type { NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { and, desc, eq, inArray, lte } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { surroundingsOf } from '../journey/describe-graph.ts';
import { readSurroundings } from '../journey/read-surroundings.ts';
import { type enrollmentId, enrollmentMissing } from './enrollment-input.ts';
import { listVersionChanges } from './list-version-changes.ts';

/** What the nodes' lines of settings said until a passage came under another version. */
export interface EarlierSummaries {
  /** When that came, ISO 8601. */
  readonly until: string;
  readonly summaries: Readonly<Record<NodeId, Text>>;
}

/**
 * One for each change of version, oldest first: what a lead went through before is told as it was then. The present
 * version's are with its graph. @throws RequestError 'not-found'.
 */
export async function readEarlierSummaries({
  context,
  input,
}: {
  context: Context;
  input: { readonly enrollment: z.infer<typeof enrollmentId> };
}): Promise<readonly EarlierSummaries[]> {
  const changes = await listVersionChanges({ context, input });
  if (changes.length === 0) return [];
  const { database } = context;
  const [passage] = await database
    .select({ journey: enrollment.journeyId, enteredAt: enrollment.enteredAt })
    .from(enrollment)
    .where(eq(enrollment.id, input.enrollment));
  if (passage === undefined) throw enrollmentMissing();
  const ofJourney = eq(version.journeyId, passage.journey);
  const [first] = await database
    .select({ number: version.number })
    .from(version)
    .where(and(ofJourney, lte(version.publishedAt, passage.enteredAt)))
    .orderBy(desc(version.number))
    .limit(1);
  const before = [first?.number, ...changes.slice(0, -1).map((change) => change.version)];
  const numbers = before.filter((number) => number !== undefined);
  const rows = await database
    .select({ number: version.number, graph: version.graph })
    .from(version)
    .where(and(ofJourney, inArray(version.number, numbers)));
  const graphs = new Map(rows.map(({ number, graph }) => [number, graph]));
  const outside = await readSurroundings({ context });
  const { catalog } = context.nodeTypes;
  return changes.map(({ at }, index) => {
    const graph = graphs.get(before[index] ?? Number.NaN);
    if (graph === undefined) return { until: at, summaries: {} };
    return {
      until: at,
      summaries: summariseNodes({ graph, catalog, surroundings: surroundingsOf({ graph, catalog, outside }) }),
    };
  });
}
