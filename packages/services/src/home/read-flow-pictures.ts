import { journey, version } from '@sodate/database/schema/journey';
import type { Graph } from '@sodate/journey/graph/graph';
import type { Family, NodeCatalog } from '@sodate/journey/graph/node-contract';
import { asId, type JourneyId, type NodeId } from '@sodate/journey/id';
import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { type JourneyCounts, readNodeCounts } from '../journey/read-node-counts.ts';

export const flowPicturesInput = z.object({
  journeys: z.array(z.uuid().transform((id) => asId<'journey'>(id))).max(12),
});

/** A journey drawn small: where its nodes lie, how many leads rest there and pass between. */
export interface FlowPicture {
  readonly journey: JourneyId;
  readonly nodes: readonly {
    readonly id: NodeId;
    readonly family: Family;
    /** 0 to 1: along the flow, and across it. */
    readonly along: number;
    readonly across: number;
    readonly here: number;
  }[];
  readonly edges: readonly { readonly from: NodeId; readonly to: NodeId; readonly count: number }[];
}

/** Pictures of the live versions of the journeys; those without one are left out. */
export async function readFlowPictures({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof flowPicturesInput>;
}): Promise<readonly FlowPicture[]> {
  if (input.journeys.length === 0) return [];
  const rows = await context.database
    .select({ id: journey.id, graph: version.graph })
    .from(journey)
    .innerJoin(version, eq(version.id, journey.liveVersionId))
    .where(inArray(journey.id, input.journeys));
  const { catalog } = context.nodeTypes;
  return await Promise.all(
    rows.map(async ({ id, graph }) =>
      draw({ id, graph, catalog, counts: await readNodeCounts({ context, input: { journey: id } }) }),
    ),
  );
}

function draw({
  id,
  graph,
  catalog,
  counts,
}: {
  id: JourneyId;
  graph: Graph;
  catalog: NodeCatalog;
  counts: JourneyCounts;
}): FlowPicture {
  const nodes = Object.values(graph.nodes);
  // Journeys are drawn downwards, pictures of them lie on their side.
  const along = scaleOf(nodes.map(({ position }) => position.y));
  const across = scaleOf(nodes.map(({ position }) => position.x));
  return {
    journey: id,
    nodes: nodes.map((node) => ({
      id: node.id,
      family: catalog.get(node.type)?.family ?? 'data',
      along: along(node.position.y),
      across: across(node.position.x),
      here: counts.nodes[node.id]?.here ?? 0,
    })),
    edges: Object.values(graph.edges).map(({ id: edge, from, to }) => ({ from, to, count: counts.edges[edge] ?? 0 })),
  };
}

/** Maps values between the least and the most to 0…1; all alike lie in the middle. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return (value) => (most === least ? 0.5 : (value - least) / (most - least));
}
