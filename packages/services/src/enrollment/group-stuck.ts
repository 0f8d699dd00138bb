import { enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import type { GraphNode } from '@sodate/journey/graph/graph';
import type { JourneyId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { callStoredNodes } from '../journey/call-stored-nodes.ts';
import type { NodeName } from '../journey/name-node.ts';
import { stuckKey } from './stuck-filter.ts';

/** Leads that are stuck at one node by one fault: mended together. */
export interface StuckGroup {
  readonly journey: { readonly id: JourneyId; readonly name: string };
  readonly node: NodeName;
  /** Names the fault in a filter. */
  readonly error: string;
  readonly why: Text | null;
  readonly count: number;
  /** Of these, test leads. */
  readonly tests: number;
  readonly since: Instant | null;
}

const mostGroups = 50;

/** What holds leads up, the most leads first: at most fifty causes, and how many are stuck in all. */
export async function groupStuck({
  context,
}: {
  context: Context;
}): Promise<{ readonly groups: readonly StuckGroup[]; readonly total: number }> {
  const count = sql<number>`count(*)::int`;
  const anyVersion = sql`(array_agg(${enrollment.versionId} order by ${enrollment.id} desc))[1]`;
  const groups = context.database.$with('groups').as(
    context.database
      .select({
        journeyId: enrollment.journeyId,
        nodeId: sql<StuckGroup['node']['id']>`${enrollment.node}`.as('node_id'),
        error: stuckKey.as('error'),
        why: sql<Text | null>`(array_agg(${enrollment.stuckWhy}))[1]`.as('why'),
        count: count.as('count'),
        tests: sql<number>`(count(*) filter (where ${enrollment.test}))::int`.as('tests'),
        since: sql<Instant | null>`min(${enrollment.stuckAt})`.mapWith(enrollment.stuckAt).as('since'),
        versionId: sql<string>`${anyVersion}`.as('version_id'),
        total: sql<number>`(sum(count(*)) over ())::int`.as('total'),
      })
      .from(enrollment)
      .where(eq(enrollment.state, 'stuck'))
      .groupBy(enrollment.journeyId, enrollment.node, stuckKey)
      .orderBy(sql`count(*) desc`)
      .limit(mostGroups),
  );
  const rows = await context.database
    .with(groups)
    .select({
      journey: { id: journey.id, name: journey.name },
      at: {
        version: version.id,
        id: groups.nodeId,
        node: sql<GraphNode | null>`${version.graph} -> 'nodes' -> ${groups.nodeId}`,
      },
      error: groups.error,
      why: groups.why,
      count: groups.count,
      tests: groups.tests,
      since: groups.since,
      total: groups.total,
    })
    .from(groups)
    .innerJoin(journey, eq(journey.id, groups.journeyId))
    .innerJoin(version, eq(version.id, groups.versionId))
    .orderBy(sql`${groups.count} desc`);
  const nameOf = await callStoredNodes({ context, nodes: rows.map(({ at }) => at) });
  return {
    groups: rows.map(({ at, total: _, ...row }) => ({ ...row, node: nameOf(at) })),
    total: rows[0]?.total ?? 0,
  };
}
