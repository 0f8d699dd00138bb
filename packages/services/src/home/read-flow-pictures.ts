import { journey, version } from '@sodate/database/schema/journey';
import type { Graph } from '@sodate/journey/graph/graph';
import { asId, type JourneyId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { drawPicture, type Picture } from '../journey/draw-picture.ts';
import { nameNode } from '../journey/name-node.ts';
import { readNodeCounts } from '../journey/read-node-counts.ts';

export const flowPicturesInput = z.object({
  journeys: z.array(z.uuid().transform((id) => asId<'journey'>(id))).max(12),
});

export interface FlowPicture extends Picture {
  readonly journey: JourneyId;
  /** What lets leads in: its triggers by name, each once. */
  readonly begins: readonly Text[];
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
    rows.map(async ({ id, graph }) => ({
      journey: id,
      begins: beginsOf({ context, graph }),
      ...drawPicture({ graph, catalog, counts: await readNodeCounts({ context, input: { journey: id } }) }),
    })),
  );
}

function beginsOf({ context, graph }: { context: Context; graph: Graph }): readonly Text[] {
  const triggers = Object.values(graph.nodes).filter(
    ({ type }) => context.nodeTypes.catalog.get(type)?.family === 'trigger',
  );
  const titles = triggers.map((node) => nameNode({ context, id: node.id, node }).title);
  return [...new Map(titles.map((title) => [title.ja, title])).values()];
}
