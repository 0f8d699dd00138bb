import { type JourneyState, journey, version } from '@sodate/database/schema/journey';
import { user } from '@sodate/database/schema/user';
import type { GraphNode } from '@sodate/journey/graph/graph';
import { wordDuration } from '@sodate/journey/graph/word-duration';
import type { JourneyId, NodeId, UserId } from '@sodate/journey/id';
import type { Json } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { nameNode } from '../journey/name-node.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseTimeCursor } from '../page-cursor.ts';
import { teamId } from './team-input.ts';

export const listTeamHandoffsInput = pageInput.extend({ team: teamId });

/** A node that hands leads to a team, and the promised time to the first answer. */
export interface TeamHandoff {
  readonly node: NodeId;
  readonly title: Text;
  /** In the draft; null: the draft hands nothing to this team there any more, or says no time yet. */
  readonly draft: Text | null;
  /** In the version that is live; null where that does not hand to this team. */
  readonly live: Text | null;
  /** Whom it tells when nobody has answered in time, beside the owner; nobody by name: the sales managers. */
  readonly tells: readonly string[];
  /** The draft has the node, so that its settings can be opened. */
  readonly drawn: boolean;
}

export interface JourneyToTeam {
  readonly id: JourneyId;
  readonly name: string;
  readonly state: JourneyState;
  readonly handoffs: readonly TeamHandoff[];
}

interface Row extends Record<string, unknown> {
  readonly id: JourneyId;
  readonly name: string;
  readonly state: JourneyState;
  readonly changed: number;
  readonly nodes: readonly {
    readonly key: NodeId;
    readonly shown: Pick<GraphNode, 'type' | 'title'>;
    readonly drawn: boolean;
    readonly draft: Json;
    readonly live: Json;
    /** One id, or several. */
    readonly tells: UserId | readonly UserId[] | null;
  }[];
}

/**
 * The journeys with a node that hands leads to this team, in their draft or live, the last changed first. Walks along
 * `journey_updated`; archived and stopped journeys hand over nothing and are left out.
 */
export async function listTeamHandoffs({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listTeamHandoffsInput>;
}): Promise<Page<JourneyToTeam>> {
  const rows = await readRows({ context, input });
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const told = await readTold({ context, ids: page.flatMap(({ nodes }) => nodes.flatMap(idsOf)) });
  return {
    rows: page.map(({ id, name, state, nodes }) => ({
      ...{ id, name, state },
      handoffs: nodes.map(({ key, shown, drawn, draft, live, tells }) => ({
        node: key,
        title: nameNode({ context, id: key, node: shown }).title,
        drawn,
        tells: idsOf({ tells }).flatMap((person) => told.get(person) ?? []),
        draft: wordDuration(draft) ?? null,
        live: wordDuration(live) ?? null,
      })),
    })),
    ...(last === undefined
      ? {}
      : { next: formatCursor({ value: formatInstant(last.changed as Instant), id: last.id }) }),
  };
}

/** As a config has them: one alone may stand by itself. */
function idsOf({ tells }: Pick<Row['nodes'][number], 'tells'>): readonly UserId[] {
  return tells === null ? [] : [tells].flat();
}

/** Names of those who are with us: in place of others the managers are told. */
async function readTold({
  context,
  ids,
}: {
  context: Context;
  ids: readonly UserId[];
}): Promise<ReadonlyMap<UserId, string>> {
  if (ids.length === 0) return new Map();
  const { id, name, banned } = user;
  const rows = await context.database
    .select({ id, name })
    .from(user)
    .where(and(inArray(id, [...ids]), eq(banned, false)));
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function readRows({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listTeamHandoffsInput>;
}): Promise<readonly Row[]> {
  const cursor = input.after === undefined ? undefined : parseTimeCursor(input.after);
  const after =
    cursor === undefined
      ? sql``
      : sql`and (${journey.updatedAt}, ${journey.id}) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)`;
  const drafted = handsTo({ node: sql`d.value`, team: input.team });
  const live = handsTo({ node: sql`l.value`, team: input.team });
  return context.database.execute<Row>(sql`
    select ${journey.id}, ${journey.name}, ${journey.state}, found.nodes,
      (extract(epoch from ${journey.updatedAt}) * 1000)::float8 as changed
    from ${journey} left join ${version} on ${version.id} = ${journey.liveVersionId}
      cross join lateral (
        select jsonb_agg(jsonb_build_object(
          'key', coalesce(d.key, l.key), 'drawn', d.key is not null,
          'shown', coalesce(d.value, l.value) - 'config',
          'draft', case when ${drafted} then d.value #> '{config,sla}' end,
          'live', case when ${live} then l.value #> '{config,sla}' end,
          'tells', case when ${live} then l.value #> '{config,escalateTo}' else d.value #> '{config,escalateTo}' end
        ) order by coalesce(d.key, l.key)) as nodes
        from jsonb_each(${journey.draft} -> 'nodes') d
          full join jsonb_each(coalesce(${version.graph} -> 'nodes', '{}')) l on l.key = d.key
        where ${drafted} or ${live}
      ) found
    where ${journey.archivedAt} is null and ${journey.state} <> 'stopped' and found.nodes is not null ${after}
    order by ${journey.updatedAt} desc, ${journey.id} desc limit ${input.limit + 1}`);
}

function handsTo({ node, team }: { node: SQL; team: string }): SQL {
  return sql`(${node} ->> 'type' = 'hand-off' and ${node} #>> '{config,to,team}' = ${team})`;
}
