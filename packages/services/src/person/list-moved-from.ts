import type { HandoffId, LeadId, UserId } from '@sodate/journey/id';
import { asInstant, formatInstant, type Instant, plus } from '@sodate/journey/time/instant';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { assertMayReassign } from '../handoff/handoff-access.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseTimeCursor } from '../page-cursor.ts';

const person = z.uuid().transform((id) => id as UserId);

export const listMovedFromInput = pageInput.extend({ person });

export const countMovedFromInput = z.object({ people: z.array(person).max(200) });

/** A hand-off that one person had, and that was given to another. */
export interface MovedFrom {
  readonly id: HandoffId;
  readonly at: Instant;
  readonly lead: { readonly id: LeadId; readonly name: string; readonly company: string | null };
  readonly to: string;
  /** Who decided so; null: the system, or somebody of whom nothing is known any more. */
  readonly by: string | null;
}

const sinceMs = 7 * 86_400_000;
const mostCounted = 1_000;

interface Row extends Record<string, unknown> {
  readonly entry: string;
  readonly id: HandoffId;
  readonly at: number;
  readonly lead: LeadId;
  readonly name: string;
  readonly company: string | null;
  readonly to: string | null;
  readonly by: string | null;
}

/** What was given on of somebody's in the last seven days, the latest first; what was taken back is left out. Follows `handoff_entry_from`. */
export async function listMovedFrom({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listMovedFromInput>;
}): Promise<Page<MovedFrom>> {
  assertMayReassign({ actor: context.actor });
  const cursor = input.after === undefined ? undefined : parseTimeCursor(input.after);
  const after =
    cursor === undefined ? sql`` : sql` and (moved.at, moved.id) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)`;
  const rows = await context.database.execute<Row>(sql`
    select moved.id as entry, moved.handoff_id as id, (extract(epoch from moved.at) * 1000)::float8 as at,
      l.id as lead, l.name, c.name as company, receiver.name as "to", mover.name as "by"
    from handoff_entry moved join handoff h on h.id = moved.handoff_id join lead l on l.id = h.lead_id
      left join company c on c.id = l.company_id
      left join "user" receiver on receiver.id = (moved.detail ->> 'to')::uuid
      left join "user" mover on mover.id = moved.user_id
    where moved.detail ->> 'from' = ${input.person}::text and ${movedSql({ context })}${after}
    order by moved.at desc, moved.id desc limit ${input.limit + 1}`);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const personal = seesPersonalData(context.actor);
  return {
    rows: page.map(({ id, at, lead, name, company, to, by }) => ({
      id,
      at: asInstant(at),
      lead: { id: lead, name: personal ? name : '', company },
      to: to ?? '',
      by,
    })),
    ...(last === undefined ? {} : { next: formatCursor({ value: formatInstant(asInstant(last.at)), id: last.entry }) }),
  };
}

/** How many that is of each of these people, up to a thousand; who is left out has none. */
export async function countMovedFrom({
  context,
  input: { people },
}: {
  context: Context;
  input: z.output<typeof countMovedFromInput>;
}): Promise<Readonly<Record<string, number>>> {
  assertMayReassign({ actor: context.actor });
  if (people.length === 0) return {};
  const ids = sql.join(
    people.map((id) => sql`${id}::text`),
    sql`, `,
  );
  const rows = await context.database.execute<{ id: string; count: number }>(sql`
    select person.id, found.count from unnest(array[${ids}]) person(id) cross join lateral (
      select count(*)::int as count from (
        select from handoff_entry moved where moved.detail ->> 'from' = person.id and ${movedSql({ context })}
        limit ${mostCounted}
      ) some_moved
    ) found where found.count > 0`);
  return Object.fromEntries(rows.map(({ id, count }) => [id, count]));
}

/** Over `handoff_entry` as moved: given to another of late, and not taken back. */
function movedSql({ context }: { context: Context }): SQL {
  const since = formatInstant(plus(context.clock.now(), -sinceMs));
  return sql`moved.kind = 'assigned' and moved.at > ${since}::timestamptz and moved.detail ->> 'to' is not null
    and moved.detail ->> 'undoes' is null and not coalesce((
      select next.detail ->> 'undoes' is not null from handoff_entry next
      where next.handoff_id = moved.handoff_id and next.id > moved.id and next.kind = 'assigned' order by next.id limit 1
    ), false)`;
}
