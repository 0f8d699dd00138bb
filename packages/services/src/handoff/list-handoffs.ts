import type { HandoffState, RejectReason } from '@sodate/database/schema/handoff';
import type { HandoffId, UserId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { formatInstant, parseInstant } from '@sodate/journey/time/instant';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseTimeCursor } from '../page-cursor.ts';
import { onlyOwnerFor } from './handoff-access.ts';
import { type HandoffLine, handoffLineSql } from './handoff-line.ts';
import { measureSla } from './measure-sla.ts';
import { reasonsOf } from './reasons-of.ts';

export const handoffViews = ['open', 'working', 'closed'] as const;

export type HandoffView = (typeof handoffViews)[number];

export const handoffScopeInput = z.object({
  /** Everybody's where left out (a rep is shown their own whatever is asked); 'nobody': without an owner who is with us. */
  owner: z.union([z.uuid().transform((id) => id as UserId), z.literal('nobody')]).optional(),
});

export type HandoffScope = z.output<typeof handoffScopeInput>;

export const listHandoffsInput = pageInput.extend({
  ...handoffScopeInput.shape,
  view: z.enum(handoffViews).default('open'),
});

export interface ListedHandoff {
  readonly id: HandoffId;
  readonly lead: { readonly name: string; readonly company: string | null };
  /** `left`: deactivated since, so that nobody answers. */
  readonly owner: { readonly id: UserId; readonly name: string; readonly left: boolean } | null;
  /** Who said that it is somebody else's, while nobody has it since. */
  readonly givenBackBy: string | null;
  readonly state: HandoffState;
  readonly score: number;
  readonly why: { readonly title: Text; readonly times: number } | null;
  /** In the hand-off's own time, as are the spans. */
  readonly dueAt: string;
  readonly totalMs: number;
  readonly leftMs: number;
  readonly overdue: boolean;
  readonly acceptedAt: string | null;
  /** When somebody spoke with the lead. */
  readonly metAt: string | null;
  readonly closedAt: string | null;
  readonly rejectReason: RejectReason | null;
  /** How often nobody answered the call. */
  readonly absences: number;
  readonly test: boolean;
  /** Its deadline is not watched over until somebody has it tried again. */
  readonly stuck: boolean;
}

const statesOf: Readonly<Record<HandoffView, readonly HandoffState[]>> = {
  open: ['open'],
  working: ['accepted', 'opportunity'],
  closed: ['rejected', 'won', 'lost', 'withdrawn'],
};

/** The inbox, a page at a time: by deadline, so overdue ones come first; what is done, the latest closed first. */
export async function listHandoffs({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listHandoffsInput>;
}): Promise<Page<ListedHandoff>> {
  const rows = await readLines({ context, input });
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const endedAt = input.view === 'closed' ? last?.closed_at : last?.due_at;
  const calendars = await readCalendars({ context, ids: [...new Set(page.map((row) => row.calendar_id))] });
  const now = context.clock.now();
  const personal = seesPersonalData(context.actor);
  return {
    rows: page.map((line) => {
      const dueAt = parseInstant(line.due_at);
      const row = { ...line, dueAt, createdAt: parseInstant(line.created_at), offsetMs: Number(line.offset_ms) };
      const calendar = calendars.find(({ id }) => id === line.calendar_id);
      return toListed({ line, personal, ...measureSla({ row, calendar, now }) });
    }),
    ...(last === undefined ? {} : { next: formatCursor({ value: endedAt ?? '', id: last.id }) }),
  };
}

/** Each state by itself follows an index, as `handoff_owner` or `handoff_closed`; then the few are merged. */
async function readLines({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listHandoffsInput>;
}): Promise<readonly HandoffLine[]> {
  const closed = input.view === 'closed';
  const at = sql.raw(closed ? 'h.closed_at' : 'h.due_at');
  const order = sql.raw(closed ? 'desc' : 'asc');
  const beyond = sql.raw(closed ? '<' : '>');
  const cursor = input.after === undefined ? undefined : parseTimeCursor(input.after);
  const after =
    cursor === undefined ? sql`` : sql` and (${at}, h.id) ${beyond} (${cursor.value}::timestamptz, ${cursor.id}::uuid)`;
  const states = sql.join(
    statesOf[input.view].map((state) => sql`${state}`),
    sql`, `,
  );
  return context.database.execute<HandoffLine>(sql`
    select ${handoffLineSql} from unnest(array[${states}]) s(state)
      cross join lateral (
        select * from handoff h where h.state = s.state${ownerSql({ context, scope: input })}${after}
        order by ${at} ${order}, h.id ${order} limit ${input.limit + 1}
      ) h
      join lead l on l.id = h.lead_id left join company c on c.id = l.company_id left join "user" u on u.id = h.owner_id
    order by ${at} ${order}, h.id ${order} limit ${input.limit + 1}`);
}

/** Whose hand-offs: a condition to append, over `h`. */
export function ownerSql({ context, scope }: { context: Context; scope: HandoffScope }): SQL {
  const owner = onlyOwnerFor(context.actor) ?? scope.owner;
  if (owner === undefined) return sql``;
  if (owner !== 'nobody') return sql` and h.owner_id = ${owner}::uuid`;
  return sql` and (h.owner_id is null or h.owner_id in (select left_one.id from "user" left_one where left_one.banned))`;
}

function toListed({
  line,
  personal,
  totalMs,
  leftMs,
}: {
  line: HandoffLine;
  personal: boolean;
  totalMs: number;
  leftMs: number;
}): ListedHandoff {
  const [top] = reasonsOf({ whyNow: line.why_now });
  return {
    id: line.id,
    lead: { name: personal ? line.name : '', company: line.company },
    owner: line.owner_id === null ? null : { id: line.owner_id, name: line.owner ?? '', left: line.owner_left },
    givenBackBy: line.given_back_by,
    state: line.state,
    score: line.score,
    why: top === undefined ? null : { title: top.title, times: top.times },
    dueAt: formatInstant(parseInstant(line.due_at)),
    totalMs,
    leftMs,
    overdue: line.state === 'open' && leftMs < 0,
    acceptedAt: line.accepted_at,
    metAt: line.met_at,
    closedAt: line.closed_at,
    rejectReason: line.reject_reason,
    absences: line.absences,
    test: line.test,
    stuck: line.stuck,
  };
}
