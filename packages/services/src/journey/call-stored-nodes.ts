import { version } from '@sodate/database/schema/journey';
import type { GraphNode } from '@sodate/journey/graph/graph';
import { listNodes } from '@sodate/journey/graph/list-nodes';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import type { NodeId, VersionId } from '@sodate/journey/id';
import { sameText, type Text } from '@sodate/journey/text';
import { inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { calledOf, summaryOf } from './describe-graph.ts';
import type { NodeName } from './name-node.ts';
import { readSurroundings } from './read-surroundings.ts';

/** A node of a version, as a list has read it; null where the version has no such node. */
export interface StoredNode {
  readonly version: VersionId;
  readonly id: NodeId;
  readonly node: GraphNode | null;
}

/** Gives the name of each of these nodes as the canvas calls it: two mails of one journey are told apart. */
export async function callStoredNodes({
  context,
  nodes,
}: {
  context: Context;
  nodes: readonly StoredNode[];
}): Promise<(stored: StoredNode) => NodeName> {
  const { catalog } = context.nodeTypes;
  const summaryFor = await summaries({ context, nodes });
  return (stored) => {
    const { id, node } = stored;
    if (node === null) return { id, type: '', title: sameText(id) };
    return { id, type: node.type, title: calledOf({ node, catalog, summary: summaryFor(stored) }) };
  };
}

/** The line of settings on a card. Nothing is read for nodes that bear a title of their own. */
async function summaries({
  context,
  nodes,
}: {
  context: Context;
  nodes: readonly StoredNode[];
}): Promise<(stored: StoredNode) => Text | undefined> {
  const { catalog } = context.nodeTypes;
  const untitled = nodes.filter(({ node }) => node !== null && node.title === undefined);
  if (untitled.length === 0) return () => undefined;
  const outside = await readSurroundings({ context });
  const naming = untitled.filter(
    ({ node }) => node !== null && (catalog.get(node.type)?.namesNodes?.(node.config).length ?? 0) > 0,
  );
  const named = await readNodesOf({
    context,
    versions: naming.map((stored) => stored.version),
    mails: outside.mails,
  });
  return ({ node, version: of }) => {
    if (node === null) return undefined;
    return summaryOf({ node, catalog, surroundings: { ...outside, nodes: named.get(of) ?? [] } });
  };
}

/** The nodes of versions, for those whose line of settings names another node. */
async function readNodesOf({
  context,
  versions,
  mails,
}: {
  context: Context;
  versions: readonly VersionId[];
  mails: Surroundings['mails'];
}): Promise<ReadonlyMap<VersionId, Surroundings['nodes']>> {
  if (versions.length === 0) return new Map();
  const rows = await context.database
    .select({ id: version.id, nodes: sql<Readonly<Record<NodeId, GraphNode>>>`${version.graph} -> 'nodes'` })
    .from(version)
    .where(inArray(version.id, [...new Set(versions)]));
  const { catalog } = context.nodeTypes;
  return new Map(rows.map(({ id, nodes }) => [id, listNodes({ graph: { nodes }, catalog, mails })]));
}
