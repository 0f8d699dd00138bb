import { enrollment } from '@sodate/database/schema/enrollment';
import { version } from '@sodate/database/schema/journey';
import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { describeGraph } from '../journey/describe-graph.ts';
import { readSurroundings } from '../journey/read-surroundings.ts';
import { type enrollmentInput, enrollmentMissing } from './enrollment-input.ts';

/** The version a lead is on, to be drawn: it never changes, but for the names of mails and people in its summaries. */
export interface PassageGraph {
  readonly version: number;
  readonly graph: Graph;
  readonly summaries: Readonly<Record<NodeId, Text>>;
}

/** @throws RequestError 'not-found'. */
export async function readPassageGraph({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof enrollmentInput>;
}): Promise<PassageGraph> {
  const [found] = await context.database
    .select({ version: version.number, graph: version.graph })
    .from(enrollment)
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .where(eq(enrollment.id, input.enrollment));
  if (!found) throw enrollmentMissing();
  const outside = await readSurroundings({ context });
  const { summaries } = describeGraph({ graph: found.graph, catalog: context.nodeTypes.catalog, outside });
  return { ...found, summaries };
}
