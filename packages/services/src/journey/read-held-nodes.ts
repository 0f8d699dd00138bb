import { heldNode, version } from '@sodate/database/schema/journey';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';
import { asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** A node whose leads are held; named as the newest version that has it does, for the draft may have lost it. */
export interface HeldNode {
  readonly node: NodeId;
  readonly type: string;
  readonly title: Text;
  readonly at: Instant;
}

/** The nodes of a journey whose leads are held, the longest held first. */
export async function readHeldNodes({
  context,
  journey,
}: {
  context: Context;
  journey: JourneyId;
}): Promise<readonly HeldNode[]> {
  const drawn = sql<{ type?: string; title?: string } | null>`(
    select ${version.graph}->'nodes'->${heldNode.node} from ${version}
    where ${version.journeyId} = ${heldNode.journeyId} and ${version.graph}->'nodes' ? ${heldNode.node}
    order by ${version.number} desc limit 1)`;
  const rows = await context.database
    .select({ node: heldNode.node, at: heldNode.at, drawn })
    .from(heldNode)
    .where(eq(heldNode.journeyId, journey))
    .orderBy(asc(heldNode.at));
  return rows.map(({ node, at, drawn: found }) => {
    const type = found?.type ?? '';
    const own = context.nodeTypes.catalog.get(type)?.title ?? { ja: node, en: node };
    return { node, at, type, title: found?.title === undefined ? own : { ja: found.title, en: found.title } };
  });
}
