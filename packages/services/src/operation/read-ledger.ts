import { version } from '@sodate/database/schema/journey';
import type { GraphNode } from '@sodate/journey/graph/graph';
import type { JourneyId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { journeyInput } from '../journey/journey-input.ts';
import { type NodeName, nameNode } from '../journey/name-node.ts';
import { type Ledger, readLedgers } from './read-ledgers.ts';

export interface NamedLedger extends Omit<Ledger, 'nodes'> {
  readonly nodes: readonly (Ledger['nodes'][number] & { readonly name: NodeName })[];
}

/** The ledger of one journey, its nodes named as the newest version that has them names them; null: nobody has entered. */
export async function readLedger({
  context,
  input: { journey },
}: {
  context: Context;
  input: z.output<typeof journeyInput>;
}): Promise<NamedLedger | null> {
  const [ledger] = await readLedgers({ context, journey });
  if (ledger === undefined) return null;
  const names = await readNames({ context, journey, nodes: ledger.nodes.map(({ node }) => node) });
  return {
    ...ledger,
    nodes: ledger.nodes
      .map((line) => ({ ...line, name: nameNode({ context, id: line.node, node: names.get(line.node) }) }))
      .toSorted((one, other) => other.rows - one.rows),
  };
}

async function readNames({
  context,
  journey,
  nodes,
}: {
  context: Context;
  journey: JourneyId;
  nodes: readonly string[];
}): Promise<ReadonlyMap<string, Pick<GraphNode, 'type' | 'title'>>> {
  if (nodes.length === 0) return new Map();
  const wanted = sql.join(
    nodes.map((node) => sql`${node}`),
    sql`, `,
  );
  const rows = await context.database.execute<{ id: string; node: Pick<GraphNode, 'type' | 'title'> }>(sql`
    select distinct on (wanted.node) wanted.node as id, ${version.graph} -> 'nodes' -> wanted.node as node
    from ${version}, unnest(array[${wanted}]::text[]) as wanted(node)
    where ${version.journeyId} = ${journey} and ${version.graph} -> 'nodes' -> wanted.node is not null
    order by wanted.node, ${version.number} desc`);
  return new Map(rows.map(({ id, node }) => [id, node]));
}
