import { enrollment } from '@sodate/database/schema/enrollment';
import type { HandoffRow } from '@sodate/database/schema/handoff';
import { version } from '@sodate/database/schema/journey';
import type { GraphNode } from '@sodate/journey/graph/graph';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type NodeName, nameNode } from '../journey/name-node.ts';

/** Whether the journey that made a hand-off still waits for what comes of it; else where the lead is now. */
export type JourneyNow =
  | { readonly kind: 'waits' }
  | { readonly kind: 'gone-on'; readonly to: NodeName }
  | { readonly kind: 'ended' };

/** Null: no journey made it, or its passage is gone. */
export async function readJourneyNow({
  context,
  row,
}: {
  context: Context;
  row: Pick<HandoffRow, 'enrollmentId' | 'node' | 'visit'>;
}): Promise<JourneyNow | null> {
  if (row.enrollmentId === null) return null;
  const { state, node: id, visit } = enrollment;
  const drawn = sql<GraphNode | null>`${version.graph} -> 'nodes' -> ${id}`;
  const [now] = await context.database
    .select({ state, id, visit, node: drawn })
    .from(enrollment)
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .where(eq(enrollment.id, row.enrollmentId));
  if (now === undefined) return null;
  if (now.state === 'ended') return { kind: 'ended' };
  if (now.id === row.node && now.visit === row.visit) return { kind: 'waits' };
  return { kind: 'gone-on', to: nameNode({ context, id: now.id, node: now.node }) };
}
