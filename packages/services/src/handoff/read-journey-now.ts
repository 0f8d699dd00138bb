import { enrollment } from '@sodate/database/schema/enrollment';
import type { HandoffRow } from '@sodate/database/schema/handoff';
import { version } from '@sodate/database/schema/journey';
import type { GraphNode } from '@sodate/journey/graph/graph';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type NodeName, nameNode } from '../journey/name-node.ts';

/** Whether the journey that made a hand-off still waits for what comes of it; else where the lead is now. */
export type JourneyNow =
  /** `hears`: the answers that it goes on by. */
  | { readonly kind: 'waits'; readonly hears: readonly string[] }
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
  const connectedOutcomes = sql<readonly string[]>`coalesce((select jsonb_agg(e.value ->> 'outcome')
    from jsonb_each(${version.graph} -> 'edges') e where e.value ->> 'from' = ${id}), '[]')`;
  const [now] = await context.database
    .select({ state, id, visit, node: drawn, hears: connectedOutcomes })
    .from(enrollment)
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .where(eq(enrollment.id, row.enrollmentId));
  if (now === undefined) return null;
  if (now.state === 'ended') return { kind: 'ended' };
  if (now.id === row.node && now.visit === row.visit) return { kind: 'waits', hears: hearsAll(now.hears) };
  return { kind: 'gone-on', to: nameNode({ context, id: now.id, node: now.node }) };
}

/** A deal won at once leaves by *opportunity* where *won* leads nowhere. */
function hearsAll(connected: readonly string[]): readonly string[] {
  return connected.includes('opportunity') ? [...new Set([...connected, 'won'])] : connected;
}
