import { enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import type { Edge, GraphNode, Position } from '@sodate/journey/graph/graph';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { titleOf } from './describe-graph.ts';

/** A node that the draft has no more, though leads are still there; drawn as their version has it. */
export interface GoneNode {
  readonly node: NodeId;
  readonly title: Text;
  /** Test leads left out. */
  readonly here: number;
  readonly position: Position;
  /** The nodes before and behind it. */
  readonly from: readonly NodeId[];
  readonly to: readonly NodeId[];
}

/** Of the nodes that hold leads now, those that are not in the journey's draft, by their ids. */
export async function readGoneNodes({
  context,
  journey: id,
  here,
}: {
  context: Context;
  journey: JourneyId;
  /** Leads at each node. */
  here: ReadonlyMap<NodeId, number>;
}): Promise<readonly GoneNode[]> {
  const held = [...here].flatMap(([node, count]) => (count > 0 ? [node] : []));
  if (held.length === 0) return [];
  const rows = await context.database.execute<{ node: NodeId; drawn: GraphNode | null; edges: Edge[] }>(sql`
    with drawn as materialized (select ${journey.draft}->'nodes' as nodes from ${journey} where ${journey.id} = ${id}),
      gone as (
        select held.node, (
          select ${enrollment.versionId} from ${enrollment}
          where ${enrollment.journeyId} = ${id} and ${enrollment.node} = held.node and ${enrollment.state} <> 'ended'
          limit 1
        ) as version_id
        from jsonb_array_elements_text(${JSON.stringify(held)}::jsonb) as held(node), drawn
        where not drawn.nodes ? held.node
      )
    select gone.node, ${version.graph}->'nodes'->gone.node as drawn,
      jsonb_path_query_array(
        ${version.graph}->'edges', '$.* ? (@.from == $node || @.to == $node)', jsonb_build_object('node', gone.node)
      ) as edges
    from gone join ${version} on ${version.id} = gone.version_id
    order by gone.node`);
  return rows.flatMap(({ node, drawn, edges }) => {
    if (drawn === null) return [];
    return [
      {
        node,
        title: titleOf({ node: drawn, catalog: context.nodeTypes.catalog }),
        here: here.get(node) ?? 0,
        position: drawn.position,
        from: edges.flatMap((edge) => (edge.to === node ? [edge.from] : [])),
        to: edges.flatMap((edge) => (edge.from === node ? [edge.to] : [])),
      },
    ];
  });
}
